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
import org.jspecify.annotations.Nullable;

/**
 * {@code <waitFor>}: what must hold before a server counts as ready. Each check has a short form, and a block of more;
 * {@code false} switches it off.
 */
public final class WaitForParameter {
    static final Elements ELEMENTS = new Elements();
    private static final int HIGHEST_PORT = 65535;

    private @Nullable String status;
    private @Nullable Tcp tcp;
    private @Nullable Ssh ssh;
    private @Nullable CloudInit cloudInit;
    private @Nullable Http http;
    private @Nullable Log log;

    static WaitFor spec(ElementPrecedence<WaitForParameter> waitFor) {
        return new WaitFor(
                waitFor.value(ELEMENTS.status).orElse(WaitFor.none().status()),
                check(waitFor, ELEMENTS.tcp).map(Tcp::spec),
                check(waitFor, ELEMENTS.ssh).map(Ssh::spec),
                check(waitFor, ELEMENTS.cloudInit).map(CloudInit::spec),
                check(waitFor, ELEMENTS.http).map(Http::spec),
                check(waitFor, ELEMENTS.log).map(Log::spec));
    }

    private static <R> Optional<ElementPrecedence<R>> check(
            ElementPrecedence<WaitForParameter> waitFor, Nested<WaitForParameter, R> element) {
        return waitFor.block(element).filter(check -> !check.isOff());
    }

    /** The elements of a {@code <waitFor>}. */
    static final class Elements extends Register<WaitForParameter> {
        final Value<WaitForParameter, String> status = text("status", waitFor -> waitFor.status);
        final Nested<WaitForParameter, Tcp> tcp = check("tcp", waitFor -> waitFor.tcp, Tcp.ELEMENTS);
        final Nested<WaitForParameter, Ssh> ssh = check("ssh", waitFor -> waitFor.ssh, Ssh.ELEMENTS);
        final Nested<WaitForParameter, CloudInit> cloudInit =
                check("cloudInit", waitFor -> waitFor.cloudInit, CloudInit.ELEMENTS);
        final Nested<WaitForParameter, Http> http = check("http", waitFor -> waitFor.http, Http.ELEMENTS);
        final Nested<WaitForParameter, Log> log = check("log", waitFor -> waitFor.log, Log.ELEMENTS);
    }

    /** What each check has. */
    public abstract static class Check implements ShortForm {
        private @Nullable String text;
        private @Nullable String timeout;

        @Override
        public final void set(String text) {
            this.text = text;
        }
    }

    /** Its elements. */
    abstract static class CheckElements<R extends Check> extends Register<R> {
        final Value<R, String> text = text(check -> ((Check) check).text);
        final Value<R, String> timeout = text("timeout", check -> ((Check) check).timeout);

        final Optional<Duration> timeout(ElementPrecedence<R> check, String name) {
            return check.value(timeout).map(text -> DurationText.parse("waitFor><" + name + "><timeout", text));
        }
    }

    /** Ports, or a block. */
    public static final class Tcp extends Check {
        private static final TcpElements ELEMENTS = new TcpElements();

        private @Nullable List<String> ports;

        private static WaitFor.Tcp spec(ElementPrecedence<Tcp> tcp) {
            return new WaitFor.Tcp(
                    ELEMENTS.ports(tcp)
                            .map(port -> port.number(1, HIGHEST_PORT))
                            .toList(),
                    ELEMENTS.timeout(tcp, "tcp"));
        }

        private static final class TcpElements extends CheckElements<Tcp> {
            final Value<Tcp, List<String>> ports = list("ports", tcp -> tcp.ports);

            Stream<ElementText> ports(ElementPrecedence<Tcp> tcp) {
                return tcp.depth(text) < tcp.depth(ports)
                        ? tcp.written(text).stream().flatMap(ElementText::items)
                        : tcp.list(ports).stream().map(port -> new ElementText(tcp.place(ports), port));
            }
        }
    }

    /** A switch, a user, or a block. */
    public static final class Ssh extends Check {
        private static final SshElements ELEMENTS = new SshElements();

        private @Nullable String user;
        private @Nullable String port;
        private @Nullable String command;

        private static WaitFor.Ssh spec(ElementPrecedence<Ssh> ssh) {
            return new WaitFor.Ssh(
                    ssh.meant(ELEMENTS.user).map(ElementText::text),
                    ssh.written(ELEMENTS.port)
                            .map(written -> written.number(1, HIGHEST_PORT))
                            .orElse(WaitFor.Ssh.standard().port()),
                    ssh.value(ELEMENTS.command),
                    ELEMENTS.timeout(ssh, "ssh"));
        }

        private static final class SshElements extends CheckElements<Ssh> {
            final Value<Ssh, String> user = text("user", ssh -> ssh.user);
            final Value<Ssh, String> port = text("port", ssh -> ssh.port);
            final Value<Ssh, String> command = text("command", ssh -> ssh.command);
        }
    }

    /** A switch, or a block. */
    public static final class CloudInit extends Check {
        private static final CloudInitElements ELEMENTS = new CloudInitElements();

        private static WaitFor.CloudInit spec(ElementPrecedence<CloudInit> cloudInit) {
            cloudInit.flag(ELEMENTS.text); // which may be no switch at all
            return new WaitFor.CloudInit(ELEMENTS.timeout(cloudInit, "cloudInit"));
        }

        private static final class CloudInitElements extends CheckElements<CloudInit> {}
    }

    /** A URL, or a block. */
    public static final class Http extends Check {
        private static final HttpElements ELEMENTS = new HttpElements();

        private @Nullable String url;
        private @Nullable String status;
        private @Nullable String body;
        private @Nullable String insecure;

        private static WaitFor.Http spec(ElementPrecedence<Http> http) {
            return new WaitFor.Http(
                    http.meant(ELEMENTS.url)
                            .map(ElementText::text)
                            .orElseThrow(() -> new OpenStackException(
                                    "<http> in <waitFor> without <url>", "Set its <url>: http://@{ip}/health")),
                    http.written(ELEMENTS.status).map(Http::range).orElseGet(StatusRange::success),
                    http.value(ELEMENTS.body),
                    http.flag(ELEMENTS.insecure),
                    ELEMENTS.timeout(http, "http"));
        }

        private static StatusRange range(ElementText written) {
            try {
                return StatusRange.parse(written.text());
            } catch (IllegalArgumentException e) {
                throw written.is("It is a status or a range of them: 200, 200-299.");
            }
        }

        private static final class HttpElements extends CheckElements<Http> {
            final Value<Http, String> url = text("url", http -> http.url);
            final Value<Http, String> status = text("status", http -> http.status);
            final Value<Http, String> body = text("body", http -> http.body);
            final Value<Http, String> insecure = text("insecure", http -> http.insecure);
        }
    }

    /** A regular expression, or a block. */
    public static final class Log extends Check {
        private static final LogElements ELEMENTS = new LogElements();

        private @Nullable String regex;

        private static WaitFor.Log spec(ElementPrecedence<Log> log) {
            return new WaitFor.Log(
                    log.meant(ELEMENTS.regex).map(ElementText::text).orElse(""), ELEMENTS.timeout(log, "log"));
        }

        private static final class LogElements extends CheckElements<Log> {
            final Value<Log, String> regex = text("regex", log -> log.regex);
        }
    }
}
