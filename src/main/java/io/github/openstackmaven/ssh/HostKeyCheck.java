package io.github.openstackmaven.ssh;

import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Asks a server for a key of the kinds it is known by; remembers which it showed, and what is to be said against it. */
final class HostKeyCheck implements ServerKeyVerifier, SessionListener {
    private final SshTarget target;
    private final HostKeys hostKeys;
    private final List<String> kinds;
    private volatile Optional<HostKey> shown = Optional.empty();
    private volatile List<String> instead = List.of();
    private volatile Optional<RuntimeException> objection = Optional.empty();

    /** @param kinds the first is liked best; any will do where there are none */
    HostKeyCheck(SshTarget target, HostKeys hostKeys, List<String> kinds) {
        this.target = target;
        this.hostKeys = hostKeys;
        this.kinds = List.copyOf(kinds);
    }

    List<String> kinds() {
        return kinds;
    }

    /** The key that was shown. */
    HostKey shown() {
        return shown.orElseThrow();
    }

    /** The kinds to ask for in another connection; none where that would not help. */
    List<String> instead() {
        return instead;
    }

    Optional<RuntimeException> objection() {
        return objection;
    }

    @Override
    public void sessionNegotiationOptionsCreated(Session session, Map<KexProposalOption, String> proposal) {
        if (kinds.isEmpty()) return;
        List<String> offered = Arrays.asList(
                proposal.getOrDefault(KexProposalOption.SERVERKEYS, "").split(",", -1));
        String wanted = kinds.stream()
                .flatMap(HostKeyCheck::algorithms)
                .filter(offered::contains)
                .collect(Collectors.joining(","));
        if (!wanted.isEmpty()) proposal.put(KexProposalOption.SERVERKEYS, wanted);
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        HostKey hostKey = HostKey.find(PublicKeyEntry.toString(key)).orElseThrow();
        shown = Optional.of(hostKey);
        try {
            instead = hostKeys.check(target, hostKey);
            return instead.isEmpty();
        } catch (RuntimeException e) { // the console may not be there to be read
            objection = Optional.of(e);
            return false;
        }
    }

    // RFC 8332: one kind of key, several ways to sign with it.
    private static Stream<String> algorithms(String kind) {
        return kind.equals("ssh-rsa") ? Stream.of("rsa-sha2-512", "rsa-sha2-256", kind) : Stream.of(kind);
    }
}
