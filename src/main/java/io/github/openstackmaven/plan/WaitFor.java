package io.github.openstackmaven.plan;

import io.github.openstackmaven.OpenStackException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * What must hold before a server counts as ready; all of it must, one after the other in this order.
 *
 * @param status of Nova's
 */
public record WaitFor(
        String status,
        Optional<Tcp> tcp,
        Optional<Ssh> ssh,
        Optional<CloudInit> cloudInit,
        Optional<Http> http,
        Optional<Log> log) {
    /** What stands for the server's address in a URL. */
    public static final String IP = "@{ip}";

    private static final String ACTIVE = "ACTIVE";
    private static final Set<String> STATUSES =
            Set.of(ACTIVE, "SHUTOFF", "PAUSED", "SUSPENDED", "SHELVED", "SHELVED_OFFLOADED", "RESCUE", "VERIFY_RESIZE");
    private static final int HIGHEST_PORT = 65535;

    /**
     * Checks that it can come about.
     *
     * @throws OpenStackException when Nova has no such status, or the server would not run in it and is to answer
     */
    public WaitFor {
        if (!STATUSES.contains(status)) {
            throw malformed(
                    "status",
                    "'" + status + "' is no status a server stays in",
                    "It is one of "
                            + String.join(", ", STATUSES.stream().sorted().toList()) + ".");
        }
        boolean answers = Stream.of(tcp, ssh, cloudInit, http).anyMatch(Optional::isPresent);
        if (answers && !status.equals(ACTIVE)) {
            throw malformed(
                    "status",
                    "a server that is " + status + " answers nothing",
                    "Leave <status> out, or <tcp>, <ssh>, <cloudInit> and <http>.");
        }
    }

    /** Nothing but ACTIVE. */
    public static WaitFor none() {
        return new WaitFor(
                ACTIVE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The login, and the end of cloud-init where the image comes with it. */
    static WaitFor loginAndCloudInit(Ssh login) {
        return new WaitFor(
                ACTIVE,
                Optional.empty(),
                Optional.of(login),
                Optional.of(new CloudInit(Optional.empty(), false)),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the build must be able to log in. */
    public boolean needsLogin() {
        return ssh.isPresent() || cloudInit.isPresent();
    }

    /** Whether the server must have an address. */
    public boolean needsAddress() {
        return needsLogin() || tcp.isPresent() || http.isPresent();
    }

    /** Ports that accept connections. */
    public record Tcp(List<Integer> ports, Optional<Duration> timeout) {
        /**
         * Checks the ports.
         *
         * @param timeout for each port
         * @throws OpenStackException when there is none, or one is no port
         */
        public Tcp {
            ports = List.copyOf(ports);
            if (ports.isEmpty()) throw malformed("tcp", "it names no port", "Write <ports><port>22</port></ports>.");
            ports.forEach(port -> checkPort("tcp", port));
            checkTimeout("tcp", timeout);
        }
    }

    /**
     * A login with the launch's key.
     *
     * @param user empty for the image's own
     * @param command must exit with 0
     */
    public record Ssh(Optional<String> user, int port, Optional<String> command, Optional<Duration> timeout) {
        /**
         * Checks all of it.
         *
         * @throws OpenStackException when the port is none, or user or command are blank
         */
        public Ssh {
            checkPort("ssh", port);
            checkText("ssh", "user", user);
            checkText("ssh", "command", command);
            checkTimeout("ssh", timeout);
        }

        /** The image's user on port 22. */
        public static Ssh standard() {
            return new Ssh(Optional.empty(), 22, Optional.empty(), Optional.empty());
        }
    }

    /**
     * The end of cloud-init, without errors; asked over SSH.
     *
     * @param demanded whether an image that comes without it is an error
     */
    public record CloudInit(Optional<Duration> timeout, boolean demanded) {
        /**
         * Checks the timeout.
         *
         * @throws OpenStackException when it is none
         */
        public CloudInit {
            checkTimeout("cloudInit", timeout);
        }

        /** One that must be there. */
        public CloudInit(Optional<Duration> timeout) {
            this(timeout, true);
        }
    }

    /**
     * A page that is there.
     *
     * @param url where <code>@{ip}</code> stands for the server's address
     * @param body a regular expression that the page must have a match for
     * @param insecure whether any certificate will do, such as one that the server made itself
     */
    public record Http(
            String url, StatusRange status, Optional<String> body, boolean insecure, Optional<Duration> timeout) {
        /**
         * Checks all of it.
         *
         * @throws OpenStackException when the URL or the regular expression is none
         */
        public Http {
            checkUrl(url);
            body.ifPresent(regex -> checkRegex("http", regex));
            checkTimeout("http", timeout);
        }

        /** The URL of a server with that address. */
        public URI uri(String ip) {
            return URI.create(url.replace(IP, ip.contains(":") ? "[" + ip + "]" : ip));
        }

        private static void checkUrl(String url) {
            try {
                URI uri = URI.create(url.replace(IP, "192.0.2.1"));
                if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) return;
            } catch (IllegalArgumentException e) {
                // the message below says it
            }
            throw malformed("http", "'" + url + "' is no http or https URL", "Write http://@{ip}/path.");
        }
    }

    /**
     * A line of the console log.
     *
     * @param regex a regular expression that the log must have a match for
     */
    public record Log(String regex, Optional<Duration> timeout) {
        /**
         * Checks all of it.
         *
         * @throws OpenStackException when the regular expression is none
         */
        public Log {
            if (regex.isBlank()) throw malformed("log", "it is empty", "Write a regular expression.");
            checkRegex("log", regex);
            checkTimeout("log", timeout);
        }
    }

    private static void checkPort(String check, int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw malformed(check, port + " is no port", "Ports are 1 to " + HIGHEST_PORT + ".");
        }
    }

    private static void checkText(String check, String element, Optional<String> text) {
        if (text.filter(String::isBlank).isPresent()) {
            throw malformed(check, "its <" + element + "> is empty", "Write one, or leave <" + element + "> out.");
        }
    }

    private static void checkRegex(String check, String regex) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw malformed(
                    check,
                    "'" + regex + "' is no regular expression: " + e.getDescription(),
                    "It is one as java.util.regex.Pattern reads it; \\ stands before what is meant literally.");
        }
    }

    private static void checkTimeout(String check, Optional<Duration> timeout) {
        if (timeout.filter(one -> one.isZero() || one.isNegative()).isPresent()) {
            throw malformed(check, "its <timeout> is no time at all", "Write 90, 90s, 10m or 2h.");
        }
    }

    private static OpenStackException malformed(String check, String why, String advice) {
        return new OpenStackException("Malformed <waitFor><" + check + ">: " + why, advice);
    }
}
