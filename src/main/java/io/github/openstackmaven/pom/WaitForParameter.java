package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.plan.StatusRange;
import io.github.openstackmaven.plan.WaitFor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code <waitFor>}: what must hold before a server counts as ready. Each rung has a short form, and a block of more. */
public final class WaitForParameter implements Block {
    private static final int HIGHEST_PORT = 65535;

    private String status;
    private Tcp tcp;
    private Ssh ssh;
    private CloudInit cloudInit;
    private Http http;
    private Log log;

    /**
     * The rungs in their short forms.
     *
     * @throws OpenStackException when there is none of such a name
     */
    static WaitForParameter of(Map<String, String> rungs) {
        WaitForParameter waitFor = new WaitForParameter();
        rungs.forEach(waitFor::rung);
        return waitFor;
    }

    @Override
    public boolean given() {
        return Stream.of(status, tcp, ssh, cloudInit, http, log).anyMatch(Objects::nonNull);
    }

    WaitFor spec() {
        return new WaitFor(
                Written.text(status).orElse(WaitFor.none().status()),
                Optional.ofNullable(tcp).map(Tcp::spec),
                Optional.ofNullable(ssh).flatMap(Ssh::spec),
                Optional.ofNullable(cloudInit).flatMap(CloudInit::spec),
                Optional.ofNullable(http).map(Http::spec),
                Optional.ofNullable(log).map(Log::spec));
    }

    private void rung(String name, String text) {
        switch (name) {
            case "status" -> status = text;
            case "tcp" -> tcp = ShortForm.of(new Tcp(), text);
            case "ssh" -> ssh = ShortForm.of(new Ssh(), text);
            case "cloudInit" -> cloudInit = ShortForm.of(new CloudInit(), text);
            case "http" -> http = ShortForm.of(new Http(), text);
            case "log" -> log = ShortForm.of(new Log(), text);
            default ->
                throw new OpenStackException(
                        "-Dopenstack.waitFor." + name + " is unknown",
                        "There are status, tcp, ssh, cloudInit, http and log.");
        }
    }

    private static Optional<Duration> timeout(String rung, String text) {
        return Written.text(text).map(written -> DurationText.parse("waitFor><" + rung + "><timeout", written));
    }

    private static boolean isSwitch(String text) {
        return text.equals("true") || text.equals("false");
    }

    /** Ports, or a block. */
    public static final class Tcp implements ShortForm {
        private List<String> ports = List.of();
        private String timeout;

        @Override
        public void set(String text) {
            ports = CommandLine.split(text);
        }

        private WaitFor.Tcp spec() {
            return new WaitFor.Tcp(
                    CommandLine.clean(ports).stream()
                            .map(port -> new Written("<ports> in <tcp>", port).number(1, HIGHEST_PORT))
                            .toList(),
                    timeout("tcp", timeout));
        }
    }

    /** A switch, a user, or a block. */
    public static final class Ssh implements ShortForm {
        private String text = "true";
        private String user;
        private String port;
        private String command;
        private String timeout;

        @Override
        public void set(String text) {
            this.text = text.strip();
        }

        private Optional<WaitFor.Ssh> spec() {
            if (text.equals("false")) return Optional.empty();
            return Optional.of(new WaitFor.Ssh(
                    Written.text(isSwitch(text) ? user : text),
                    Written.of("<port> in <ssh>", port)
                            .map(written -> written.number(1, HIGHEST_PORT))
                            .orElse(WaitFor.Ssh.standard().port()),
                    Written.text(command),
                    timeout("ssh", timeout)));
        }
    }

    /** A switch, or a block. */
    public static final class CloudInit implements ShortForm {
        private String text = "true";
        private String timeout;

        @Override
        public void set(String text) {
            this.text = text.strip();
        }

        private Optional<WaitFor.CloudInit> spec() {
            return new Written("<cloudInit> in <waitFor>", text).flag()
                    ? Optional.of(new WaitFor.CloudInit(timeout("cloudInit", timeout)))
                    : Optional.empty();
        }
    }

    /** A URL, or a block. */
    public static final class Http implements ShortForm {
        private String url;
        private String status;
        private String body;
        private String insecure;
        private String timeout;

        @Override
        public void set(String text) {
            this.url = text;
        }

        private WaitFor.Http spec() {
            return new WaitFor.Http(
                    Written.text(url)
                            .orElseThrow(() -> new OpenStackException(
                                    "<http> in <waitFor> without <url>", "Set its <url>: http://@{ip}/health")),
                    Written.of("<status> in <http>", status).map(Http::range).orElseGet(StatusRange::success),
                    Written.text(body),
                    Written.of("<insecure> in <http>", insecure)
                            .map(Written::flag)
                            .orElse(false),
                    timeout("http", timeout));
        }

        private static StatusRange range(Written written) {
            try {
                return StatusRange.parse(written.text());
            } catch (IllegalArgumentException e) {
                throw written.is("It is a status or a range of them: 200, 200-299.");
            }
        }
    }

    /** A regular expression, or a block. */
    public static final class Log implements ShortForm {
        private String regex;
        private String timeout;

        @Override
        public void set(String text) {
            this.regex = text;
        }

        private WaitFor.Log spec() {
            return new WaitFor.Log(Written.text(regex).orElse(""), timeout("log", timeout));
        }
    }
}
