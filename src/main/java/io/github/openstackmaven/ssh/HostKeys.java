package io.github.openstackmaven.ssh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How a server proves that it is the one meant: by a key that cloud-init printed on its console, else by one in
 * known_hosts, else, at first sight, by any.
 *
 * @param console the console log; asked for only when a server has shown its key
 */
public record HostKeys(Supplier<String> console, KnownHosts known) {
    private static final String BEGIN = "-----BEGIN SSH HOST KEY KEYS-----";
    private static final String END = "-----END SSH HOST KEY KEYS-----";

    /** Those of a file alone, for a server whose console nobody asks for. */
    public static HostKeys of(KnownHosts known) {
        return new HostKeys(() -> "", known);
    }

    /** The keys that cloud-init printed at the last boot; none where it didn't, or has not finished it. */
    public static List<HostKey> onConsole(String console) {
        int end = console.lastIndexOf(END);
        int begin = end < 0 ? -1 : console.lastIndexOf(BEGIN, end);
        if (begin < 0) return List.of();
        return console.substring(begin + BEGIN.length(), end)
                .lines()
                .map(HostKey::find)
                .flatMap(Optional::stream)
                .filter(HostKey::isWhole)
                .toList();
    }

    /** The same, with a key that was seen and is the first to be asked for from then on. */
    public HostKeys pinned(SshTarget target, HostKey key) {
        return new HostKeys(console, known.with(target.host(), target.port(), key));
    }

    /** The kinds of keys to ask a server for, the best known first; none where nothing is known of it. */
    List<String> kinds(SshTarget target) {
        List<HostKey> keys = new ArrayList<>(known.keys(target.host(), target.port()));
        Collections.reverse(keys);
        return kinds(keys);
    }

    /**
     * Checks the key that a server shows against those of its kind.
     *
     * @return the kinds to ask the server for instead, since nothing is known of this one; none when the key is right
     * @throws SshException when another is expected of it
     */
    public List<String> check(SshTarget target, HostKey shown) {
        List<HostKey> printed = onConsole(console.get());
        List<HostKey> expected = printed.isEmpty() ? known.keys(target.host(), target.port()) : printed;
        if (expected.isEmpty() || expected.contains(shown)) return List.of();
        if (expected.stream().noneMatch(key -> key.type().equals(shown.type()))) return kinds(expected);
        throw new SshException(
                SshException.Reason.HOST_KEY_CHANGED,
                "Host key changed: " + target + " shows " + shown.type() + " " + shown.fingerprint() + ", and "
                        + (printed.isEmpty() ? "known_hosts has " : "the server's console log has ")
                        + expected.stream()
                                .map(key -> key.type() + " " + key.fingerprint())
                                .collect(Collectors.joining(", ")),
                "Another machine answers at this address, or the server was built anew. If it is the one meant, delete"
                        + " its line from known_hosts.");
    }

    private static List<String> kinds(List<HostKey> keys) {
        return keys.stream().map(HostKey::type).distinct().toList();
    }
}
