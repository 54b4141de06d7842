package io.github.openstackmaven.simulator.neutron;

import io.github.openstackmaven.simulator.web.Rejection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The addresses that a security group's rule is for, as they were written; one alone is a network of its own. */
record Cidr(String address, int prefix) {
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]+)(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    static Cidr of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !NeutronBody.isAddress(form.group(1))) throw invalid(text);
        Cidr alone = new Cidr(form.group(1), form.group(1).contains(":") ? 128 : 32);
        int prefix = form.group(2) == null ? alone.prefix() : Integer.parseInt(form.group(2));
        if (prefix > alone.prefix() || alone.octets().anyMatch(octet -> octet > 255)) throw invalid(text);
        return new Cidr(alone.address(), prefix);
    }

    private static Rejection invalid(String text) {
        return new Rejection(400, "InvalidCIDR", "Invalid CIDR " + text + " given as IP prefix.");
    }

    String ethertype() {
        return address.contains(":") ? "IPv6" : "IPv4";
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }

    /** With nothing behind the prefix; of IPv6 as it was written. */
    String normalized() {
        int[] octets = octets().toArray();
        Optional<String> network = IntStream.range(0, octets.length)
                .mapToObj(i -> octets[i] & (0xff00 >> Math.max(0, Math.min(8, prefix - 8 * i))))
                .map(octet -> String.valueOf(octet & 0xff))
                .reduce((left, right) -> left + "." + right);
        return network.orElse(address) + "/" + prefix;
    }

    private IntStream octets() {
        Matcher ipv4 = IPV4.matcher(address);
        return ipv4.matches() ? Stream.of(1, 2, 3, 4).map(ipv4::group).mapToInt(Integer::parseInt) : IntStream.empty();
    }
}
