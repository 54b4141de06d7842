package io.github.openstackmaven.ready;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells why a server's port can't be reached, and what to do. */
record PortDiagnosis(Instance instance, int port) {

    private static final String NO_WAY = "Network is unreachable";

    /** Whether the system's words are that this machine has no way to such an address. */
    static boolean isCutOff(String words) {
        return words.contains(NO_WAY);
    }

    /** This machine has no way to the address, which waiting hardly changes. */
    ProbeResult cutOff() {
        return ProbeResult.unlikely(
                "can't be reached from this machine (" + NO_WAY + ")",
                "This machine has no route to " + instance.ip().orElse("")
                        + ": give the server a <floatingIp> that it reaches, or run the build where there is a way to it"
                        + " (a VPN that is not up?).");
    }

    /** No answer came, or none can. */
    ProbeResult unreachable(String words) {
        String ip = instance.ip().orElse("");
        if (!instance.floating() && isPrivate(ip)) {
            return ProbeResult.notYet(
                    words + ", a private address, and the server has no floating IP",
                    "Set <floatingIp> to the name of an external network (true for the only one), or run the build on a"
                            + " machine that reaches " + ip + ".");
        }
        return ProbeResult.notYet(
                words,
                "Check that a security group of the server lets tcp " + port + " in (<ingress>tcp " + port
                        + "</ingress> makes one), and that this machine reaches " + ip + ".");
    }

    /**
     * No connection came about.
     *
     * @param words the system's own
     */
    ProbeResult failed(String words) {
        if (words.isEmpty() || words.contains("refused")) return refused();
        if (isCutOff(words)) return cutOff();
        return words.contains("No route to host") || words.contains("Host is down")
                ? nowhere()
                : unreachable("can't be reached (" + words + ")");
    }

    /** No machine has the address, as long as it boots. */
    ProbeResult nowhere() {
        return ProbeResult.notYet(
                "is not on the network yet: no machine has that address",
                "Look at the server's console log, whether it boots and configures its network, and that this machine"
                        + " has a way to " + instance.ip().orElse("") + ".");
    }

    /** The machine is there, and nothing listens. */
    ProbeResult refused() {
        return ProbeResult.notYet(
                "refused the connection",
                "The machine is up and nothing listens on port " + port
                        + ": look at its console log, whether the service starts, or raise the <timeout>.");
    }

    // RFC 1918, 6598 and 4193.
    private static boolean isPrivate(String ip) {
        try {
            InetAddress address = InetAddress.getByName(ip);
            byte[] bytes = address.getAddress();
            if (address instanceof Inet4Address) {
                return address.isSiteLocalAddress() || (bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40);
            }
            return address.isLinkLocalAddress() || (bytes[0] & 0xfe) == 0xfc;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
