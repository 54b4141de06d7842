package io.github.openstackmaven.plan;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of addresses: {@code 10.0.0.0/8}, {@code 2001:db8::/32}; an address by itself is a block of one.
 *
 * @param address as written
 * @param version 4 or 6
 */
public record Cidr(String address, int prefix, int version) implements IngressRule.Remote {
    private static final Pattern WRITTEN = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6_ALPHABET = Pattern.compile("[\\p{XDigit}:][\\p{XDigit}:.]*:[\\p{XDigit}:.]*");

    /**
     * Reads a block.
     *
     * @throws IllegalArgumentException when it is none; the message says why
     */
    public static Cidr parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) throw new IllegalArgumentException("'" + text + "' is not ADDRESS/PREFIX");
        int version = version(written.group(1));
        int longest = version == 4 ? 32 : 128;
        int prefix = written.group(2) == null ? longest : Integer.parseInt(written.group(2));
        if (prefix > longest) {
            throw new IllegalArgumentException(
                    "the prefix of an IPv" + version + " address is 0 to " + longest + ", not " + prefix);
        }
        return new Cidr(written.group(1), prefix, version);
    }

    /** Whether all of another block is in this one. */
    boolean contains(Cidr other) {
        if (version != other.version || prefix > other.prefix) return false;
        int host = (version == 4 ? 32 : 128) - prefix;
        return number().shiftRight(host).equals(other.number().shiftRight(host));
    }

    private BigInteger number() {
        try {
            return new BigInteger(1, InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("it is an address, and no name that could be unknown", e);
        }
    }

    private static int version(String address) {
        if (IPV4.matcher(address).matches()) return 4;
        if (isIpv6(address)) return 6;
        throw new IllegalArgumentException("'" + address + "' is neither an IPv4 nor an IPv6 address");
    }

    // With a colon and without a letter beyond F it can be no name, so nothing is looked up.
    private static boolean isIpv6(String text) {
        if (!IPV6_ALPHABET.matcher(text).matches()) return false;
        try {
            InetAddress.getByName("[" + text + "]");
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }

    @Override
    public <T> T match(
            Function<IngressRule.Anywhere, T> anywhere, Function<Cidr, T> cidr, Function<IngressRule.Group, T> group) {
        return cidr.apply(this);
    }
}
