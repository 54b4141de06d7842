package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.config.hosts.KnownHostHashValue;

/**
 * Lines of a <a href="https://man.openbsd.org/sshd#SSH_KNOWN_HOSTS_FILE_FORMAT">known_hosts</a> file, as Apache MINA
 * SSHD reads them: names hashed or plain, and patterns. Lines with a marker are of no use here and are left out.
 */
public record KnownHosts(List<String> lines) {

    public KnownHosts {
        lines = List.copyOf(lines);
    }

    /** Nobody is known. */
    public static KnownHosts none() {
        return new KnownHosts(List.of());
    }

    /**
     * Those of a file; none when there is no file.
     *
     * @throws SshException when it can't be read
     */
    public static KnownHosts read(Path file) {
        try {
            return new KnownHosts(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return none();
        } catch (IOException e) {
            throw new SshException(
                    SshException.Reason.FILE,
                    "Cannot read " + file,
                    "It is OpenSSH's known_hosts: check that it is a file and may be read, or delete it.",
                    e);
        }
    }

    /** The line by which a server is known. */
    public static String line(String host, int port, HostKey key) {
        return KnownHostHashValue.createHostPattern(host, port) + " " + key;
    }

    /** These and one more. */
    public KnownHosts with(String host, int port, HostKey key) {
        return new KnownHosts(
                Stream.concat(lines.stream(), Stream.of(line(host, port, key))).toList());
    }

    /** The keys by which a server is known. */
    public List<HostKey> keys(String host, int port) {
        return lines.stream()
                .filter(line -> isOf(line, host, port))
                .map(HostKey::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isOf(String line, String host, int port) {
        try {
            return Stream.ofNullable(KnownHostEntry.parseKnownHostEntry(line))
                    .anyMatch(entry -> entry.getMarker() == null && entry.isHostMatch(host, port));
        } catch (RuntimeException e) { // OpenSSH passes such a line over, too
            return false;
        }
    }
}
