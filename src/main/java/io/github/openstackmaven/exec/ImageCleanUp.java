package io.github.openstackmaven.exec;

/**
 * Makes a server ready to be an image of many: takes off what tells one machine from another, and what gave us a way in.
 * It needs root for most of it, as itself or by a sudo that asks for no password; without, that is told and left.
 *
 * @param publicKey that was logged in with, as in {@code authorized_keys}: its kind and its body
 */
public record ImageCleanUp(String publicKey) {
    // Host keys and the machine's id are made anew by cloud-init and systemd at the next boot; without cloud-init
    // nobody would make host keys. Nothing of it must end the preparation: the exit code is always 0.
    private static final String SCRIPT = """
            : cleaning up for the image
            sudo=
            test "$(id -u)" = 0 || sudo='sudo -n'
            $sudo true 2>/dev/null || echo 'no root here: host keys, machine id and logs stay in the image'
            command -v cloud-init >/dev/null 2>&1 && $sudo find /etc/ssh -name 'ssh_host_*' -exec rm -f '{}' ';' 2>/dev/null
            command -v cloud-init >/dev/null 2>&1 && $sudo cloud-init clean --logs >/dev/null 2>&1
            test -s /etc/machine-id && $sudo truncate -s 0 /etc/machine-id 2>/dev/null
            $sudo find /var/log -type f -exec truncate -s 0 '{}' ';' 2>/dev/null
            rm -f "$HOME/.bash_history" "$HOME/.ash_history" 2>/dev/null
            $sudo rm -f /root/.bash_history 2>/dev/null
            sed -i '\\#@KEY@#d' "$HOME/.ssh/authorized_keys" 2>/dev/null
            $sudo sed -i '\\#@KEY@#d' /root/.ssh/authorized_keys 2>/dev/null
            sync 2>/dev/null
            exit 0
            """;

    /** What is run on the server, at last. */
    public Step step() {
        return new Step.Command(SCRIPT.replace("@KEY@", publicKey));
    }
}
