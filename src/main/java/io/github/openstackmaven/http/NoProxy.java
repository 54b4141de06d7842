package io.github.openstackmaven.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code NO_PROXY} names, as Python's requests, under the openstack command, reads it: hosts, each with all below it,
 * addresses and ranges of addresses; with a port or without.
 */
record NoProxy(List<BiPredicate<String, Integer>> entries) implements BiPredicate<String, Integer> {
    private static final Pattern RANGE = Pattern.compile("\\[?([^\\]/]+)]?/(\\d{1,3})");
    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]+]|[^:]+):(\\d{1,5})");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    static NoProxy parse(String list) {
        return new NoProxy(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .map(entry -> entry(entry.toLowerCase(Locale.ROOT)))
                .toList());
    }

    @Override
    public boolean test(String host, Integer port) {
        return entries.stream().anyMatch(entry -> entry.test(host, port));
    }

    private static BiPredicate<String, Integer> entry(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            Optional<Address> first = Address.of(range.group(1));
            int bits = Integer.parseInt(range.group(2));
            return (host, port) -> first.filter(one -> Address.of(host)
                            .filter(other -> other.isNear(one, bits))
                            .isPresent())
                    .isPresent();
        }
        Matcher withPort = WITH_PORT.matcher(text);
        if (withPort.matches()) {
            int wanted = Integer.parseInt(withPort.group(2));
            Predicate<String> named = named(withPort.group(1));
            return (host, port) -> port == wanted && named.test(host);
        }
        Predicate<String> named = named(text);
        return (host, port) -> named.test(host);
    }

    // A leading dot or none, as most programs read it: cloud.example stands for itself and all below.
    private static Predicate<String> named(String text) {
        Optional<Address> address = Address.of(text);
        if (address.isPresent()) return host -> Address.of(host).equals(address);
        String name = text.replaceFirst("^\\*?\\.", "");
        return host -> name.equals("*")
                || host.equals(name)
                || (host.endsWith("." + name) && Address.of(host).isEmpty());
    }

    /** An address that is written as such, and needs no look-up. */
    private record Address(int bits, BigInteger number) {

        static Optional<Address> of(String text) {
            String plain = text.replaceAll("^\\[|]$", "");
            if (!plain.contains(":") && !IPV4.matcher(plain).matches()) return Optional.empty();
            try {
                byte[] bytes = InetAddress.getByName(plain.contains(":") ? "[" + plain + "]" : plain)
                        .getAddress();
                return Optional.of(new Address(bytes.length * Byte.SIZE, new BigInteger(1, bytes)));
            } catch (UnknownHostException e) {
                return Optional.empty();
            }
        }

        boolean isNear(Address other, int prefix) {
            int rest = Math.max(0, bits - prefix);
            return bits == other.bits && number.shiftRight(rest).equals(other.number.shiftRight(rest));
        }
    }
}
