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
 *
 * <p>Example: {@code <waitFor><tcp>22</tcp><log>login:</log></waitFor>}.
 *
 * @since 1.0.0
 */
public final class WaitForParameter {
    static final Elements ELEMENTS = new Elements();
    private static final int HIGHEST_PORT = 65535;

    /**
     * Nova's status. One of {@code ACTIVE}, {@code PAUSED}, {@code RESCUE}, {@code SHELVED},
     * {@code SHELVED_OFFLOADED}, {@code SHUTOFF}, {@code SUSPENDED}, {@code VERIFY_RESIZE}.
     *
     * <p>Default: {@code ACTIVE}.
     *
     * @since 1.0.0
     */
    private @Nullable String status;

    /**
     * Ports that accept connections: {@code 22,80}, or a block of {@code ports} and {@code timeout}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <tcp>22,80</tcp>}.
     *
     * @since 1.0.0
     */
    private @Nullable Tcp tcp;

    /**
     * A login with the launch's key: the user; {@code true} for the one that the image names in {@code os_admin_user};
     * or a block of {@code user}, {@code port}, {@code command} and {@code timeout}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <ssh>debian</ssh>}.
     *
     * @since 1.0.0
     */
    private @Nullable Ssh ssh;

    /**
     * The end of cloud-init, without errors, asked over SSH: {@code true}, or a block of {@code timeout}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <cloudInit>true</cloudInit>}.
     *
     * @since 1.0.0
     */
    private @Nullable CloudInit cloudInit;

    /**
     * A page that answers: its URL, where <code>@{ip}</code> is the server's address; or a block of {@code url},
     * {@code status}, {@code body}, {@code insecure} and {@code timeout}.
     *
     * <p>Default: none.
     *
     * <p>Example: <code>&lt;http&gt;http://@{ip}/health&lt;/http&gt;</code>.
     *
     * @since 1.0.0
     */
    private @Nullable Http http;

    /**
     * What the server prints on its console: a regular expression of Java; or a block of {@code regex} and
     * {@code timeout}.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <log>login:</log>}.
     *
     * @since 1.0.0
     */
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

        /**
         * How long it may take at most, within the launch's own {@code timeout}. A time: {@code 90} or {@code 90s},
         * {@code 10m}, {@code 2h}, or ISO-8601.
         *
         * <p>Default: the launch's.
         *
         * @since 1.0.0
         */
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

    /**
     * {@code <tcp>} in {@code <waitFor>}: ports, or a block.
     *
     * <p>Example: {@code <tcp><ports>22,80</ports><timeout>2m</timeout></tcp>}.
     *
     * @since 1.0.0
     */
    public static final class Tcp extends Check {
        private static final TcpElements ELEMENTS = new TcpElements();

        /**
         * The ports.
         *
         * <p>Default: none, it must be said.
         *
         * <p>Example: {@code <ports>22,80</ports>}.
         *
         * @since 1.0.0
         */
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

    /**
     * {@code <ssh>} in {@code <waitFor>}: a switch, a user, or a block.
     *
     * <p>Example: {@code <ssh><user>debian</user><command>test -e /run/ready</command></ssh>}.
     *
     * @since 1.0.0
     */
    public static final class Ssh extends Check {
        private static final SshElements ELEMENTS = new SshElements();

        /**
         * Who logs in.
         *
         * <p>Default: the one that the image names in {@code os_admin_user}.
         *
         * @since 1.0.0
         */
        private @Nullable String user;

        /**
         * The port.
         *
         * <p>Default: {@code 22}.
         *
         * @since 1.0.0
         */
        private @Nullable String port;

        /**
         * A command that must exit with 0.
         *
         * <p>Default: none.
         *
         * <p>Example: {@code <command>test -e /run/ready</command>}.
         *
         * @since 1.0.0
         */
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

    /**
     * {@code <cloudInit>} in {@code <waitFor>}: a switch, or a block.
     *
     * <p>Example: {@code <cloudInit><timeout>5m</timeout></cloudInit>}.
     *
     * @since 1.0.0
     */
    public static final class CloudInit extends Check {
        private static final CloudInitElements ELEMENTS = new CloudInitElements();

        private static WaitFor.CloudInit spec(ElementPrecedence<CloudInit> cloudInit) {
            cloudInit.flag(ELEMENTS.text); // which may be no switch at all
            return new WaitFor.CloudInit(ELEMENTS.timeout(cloudInit, "cloudInit"));
        }

        private static final class CloudInitElements extends CheckElements<CloudInit> {}
    }

    /**
     * {@code <http>} in {@code <waitFor>}: a URL, or a block.
     *
     * <p>Example: <code>&lt;http&gt;&lt;url&gt;http://@{ip}/health&lt;/url&gt;&lt;status&gt;200&lt;/status&gt;&lt;/http&gt;</code>.
     *
     * @since 1.0.0
     */
    public static final class Http extends Check {
        private static final HttpElements ELEMENTS = new HttpElements();

        /**
         * Its URL, where <code>@{ip}</code> is the server's address.
         *
         * <p>Default: none, it must be said.
         *
         * <p>Example: <code>&lt;url&gt;https://@{ip}:8443/health&lt;/url&gt;</code>.
         *
         * @since 1.0.0
         */
        private @Nullable String url;

        /**
         * The status of the answer, or a range of them.
         *
         * <p>Default: {@code 200-299}.
         *
         * <p>Example: {@code <status>401</status>}.
         *
         * @since 1.0.0
         */
        private @Nullable String status;

        /**
         * A regular expression of Java for a part of the answer.
         *
         * <p>Default: none.
         *
         * <p>Example: {@code <body>"UP"</body>}.
         *
         * @since 1.0.0
         */
        private @Nullable String body;

        /**
         * Whether any certificate is trusted.
         *
         * <p>Default: {@code false}.
         *
         * @since 1.0.0
         */
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

    /**
     * {@code <log>} in {@code <waitFor>}: a regular expression, or a block.
     *
     * <p>Example: {@code <log><regex>Started in .* seconds</regex><timeout>5m</timeout></log>}.
     *
     * @since 1.0.0
     */
    public static final class Log extends Check {
        private static final LogElements ELEMENTS = new LogElements();

        /**
         * A regular expression of Java for a part of a line.
         *
         * <p>Default: none, it must be said.
         *
         * <p>Example: {@code <regex>Started in .* seconds</regex>}.
         *
         * @since 1.0.0
         */
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
