package io.github.openstackmaven.pom;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.plan.StatusRange;
import io.github.openstackmaven.plan.WaitFor;
import io.github.openstackmaven.pom.BlockElement.Nested;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code <waitFor>}: what must hold before a server counts as ready. Each rung has a short form, and a block of more;
 * {@code false} switches it off.
 */
public final class WaitForParameter {
    static final Elements ELEMENTS = new Elements();
    private static final int HIGHEST_PORT = 65535;

    private String status;
    private Tcp tcp;
    private Ssh ssh;
    private CloudInit cloudInit;
    private Http http;
    private Log log;

    static WaitFor spec(Layers<WaitForParameter> waitFor) {
        return new WaitFor(
                waitFor.value(ELEMENTS.status).orElse(WaitFor.none().status()),
                rung(waitFor, ELEMENTS.tcp).map(Tcp::spec),
                rung(waitFor, ELEMENTS.ssh).map(Ssh::spec),
                rung(waitFor, ELEMENTS.cloudInit).map(CloudInit::spec),
                rung(waitFor, ELEMENTS.http).map(Http::spec),
                rung(waitFor, ELEMENTS.log).map(Log::spec));
    }

    private static <R> Optional<Layers<R>> rung(Layers<WaitForParameter> waitFor, Nested<WaitForParameter, R> element) {
        return waitFor.block(element).filter(rung -> !rung.isOff());
    }

    /** The elements of a {@code <waitFor>}. */
    static final class Elements extends Register<WaitForParameter> {
        final Value<WaitForParameter, String> status = text("status", waitFor -> waitFor.status);
        final Nested<WaitForParameter, Tcp> tcp = rung("tcp", waitFor -> waitFor.tcp, Tcp.ELEMENTS);
        final Nested<WaitForParameter, Ssh> ssh = rung("ssh", waitFor -> waitFor.ssh, Ssh.ELEMENTS);
        final Nested<WaitForParameter, CloudInit> cloudInit =
                rung("cloudInit", waitFor -> waitFor.cloudInit, CloudInit.ELEMENTS);
        final Nested<WaitForParameter, Http> http = rung("http", waitFor -> waitFor.http, Http.ELEMENTS);
        final Nested<WaitForParameter, Log> log = rung("log", waitFor -> waitFor.log, Log.ELEMENTS);
    }

    /** What each rung has. */
    public abstract static class Rung implements ShortForm {
        private String text;
        private String timeout;

        @Override
        public final void set(String text) {
            this.text = text;
        }
    }

    /** Its elements. */
    abstract static class RungElements<R extends Rung> extends Register<R> {
        final Value<R, String> text = text(rung -> ((Rung) rung).text);
        final Value<R, String> timeout = text("timeout", rung -> ((Rung) rung).timeout);

        final Optional<Duration> timeout(Layers<R> rung, String name) {
            return rung.value(timeout).map(text -> DurationText.parse("waitFor><" + name + "><timeout", text));
        }
    }

    /** Ports, or a block. */
    public static final class Tcp extends Rung {
        private static final TcpElements ELEMENTS = new TcpElements();

        private List<String> ports;

        private static WaitFor.Tcp spec(Layers<Tcp> tcp) {
            return new WaitFor.Tcp(
                    ELEMENTS.ports(tcp)
                            .map(port -> port.number(1, HIGHEST_PORT))
                            .toList(),
                    ELEMENTS.timeout(tcp, "tcp"));
        }

        private static final class TcpElements extends RungElements<Tcp> {
            final Value<Tcp, List<String>> ports = list("ports", tcp -> tcp.ports);

            Stream<Written> ports(Layers<Tcp> tcp) {
                return tcp.depth(text) < tcp.depth(ports)
                        ? tcp.written(text).stream().flatMap(Written::items)
                        : tcp.list(ports).stream().map(port -> new Written(tcp.place(ports), port));
            }
        }
    }

    /** A switch, a user, or a block. */
    public static final class Ssh extends Rung {
        private static final SshElements ELEMENTS = new SshElements();

        private String user;
        private String port;
        private String command;

        private static WaitFor.Ssh spec(Layers<Ssh> ssh) {
            return new WaitFor.Ssh(
                    ssh.meant(ELEMENTS.user).map(Written::text),
                    ssh.written(ELEMENTS.port)
                            .map(written -> written.number(1, HIGHEST_PORT))
                            .orElse(WaitFor.Ssh.standard().port()),
                    ssh.value(ELEMENTS.command),
                    ELEMENTS.timeout(ssh, "ssh"));
        }

        private static final class SshElements extends RungElements<Ssh> {
            final Value<Ssh, String> user = text("user", ssh -> ssh.user);
            final Value<Ssh, String> port = text("port", ssh -> ssh.port);
            final Value<Ssh, String> command = text("command", ssh -> ssh.command);
        }
    }

    /** A switch, or a block. */
    public static final class CloudInit extends Rung {
        private static final CloudInitElements ELEMENTS = new CloudInitElements();

        private static WaitFor.CloudInit spec(Layers<CloudInit> cloudInit) {
            cloudInit.flag(ELEMENTS.text); // which may be no switch at all
            return new WaitFor.CloudInit(ELEMENTS.timeout(cloudInit, "cloudInit"));
        }

        private static final class CloudInitElements extends RungElements<CloudInit> {}
    }

    /** A URL, or a block. */
    public static final class Http extends Rung {
        private static final HttpElements ELEMENTS = new HttpElements();

        private String url;
        private String status;
        private String body;
        private String insecure;

        private static WaitFor.Http spec(Layers<Http> http) {
            return new WaitFor.Http(
                    http.meant(ELEMENTS.url)
                            .map(Written::text)
                            .orElseThrow(() -> new OpenStackException(
                                    "<http> in <waitFor> without <url>", "Set its <url>: http://@{ip}/health")),
                    http.written(ELEMENTS.status).map(Http::range).orElseGet(StatusRange::success),
                    http.value(ELEMENTS.body),
                    http.flag(ELEMENTS.insecure),
                    ELEMENTS.timeout(http, "http"));
        }

        private static StatusRange range(Written written) {
            try {
                return StatusRange.parse(written.text());
            } catch (IllegalArgumentException e) {
                throw written.is("It is a status or a range of them: 200, 200-299.");
            }
        }

        private static final class HttpElements extends RungElements<Http> {
            final Value<Http, String> url = text("url", http -> http.url);
            final Value<Http, String> status = text("status", http -> http.status);
            final Value<Http, String> body = text("body", http -> http.body);
            final Value<Http, String> insecure = text("insecure", http -> http.insecure);
        }
    }

    /** A regular expression, or a block. */
    public static final class Log extends Rung {
        private static final LogElements ELEMENTS = new LogElements();

        private String regex;

        private static WaitFor.Log spec(Layers<Log> log) {
            return new WaitFor.Log(
                    log.meant(ELEMENTS.regex).map(Written::text).orElse(""), ELEMENTS.timeout(log, "log"));
        }

        private static final class LogElements extends RungElements<Log> {
            final Value<Log, String> regex = text("regex", log -> log.regex);
        }
    }
}
