package io.github.openstackmaven.ssh;

import java.util.Optional;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;

/** What a server tells whoever logs in: PAM says there why it lets nobody in, as long as the system boots. */
final class LastWords implements UserInteraction {
    private static final int LONGEST = 200;

    private volatile Optional<String> said = Optional.empty();

    /** The last of it, in one line. */
    Optional<String> said() {
        return said;
    }

    @Override
    public void welcome(ClientSession session, String banner, String language) {
        String line = banner.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (!line.isEmpty()) said = Optional.of(line.substring(0, Math.min(line.length(), LONGEST)));
    }

    @Override
    public String[] interactive(
            ClientSession session, String name, String instruction, String lang, String[] prompt, boolean[] echo) {
        return new String[0];
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String language) {
        return "";
    }
}
