package io.github.openstackmaven.simulator.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openstackmaven.simulator.state.CloudState;
import io.github.openstackmaven.simulator.state.Release;
import io.github.openstackmaven.simulator.web.Answer;
import io.github.openstackmaven.simulator.web.Call;
import io.github.openstackmaven.simulator.web.ErrorPage;
import io.github.openstackmaven.simulator.web.Fields;
import io.github.openstackmaven.simulator.web.Gate;
import io.github.openstackmaven.simulator.web.JsonTree;
import io.github.openstackmaven.simulator.web.Rejection;
import io.github.openstackmaven.simulator.web.Router;
import io.github.openstackmaven.simulator.web.Schema;
import io.github.openstackmaven.simulator.web.Service;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cinder: its <a href="https://docs.openstack.org/cinder/latest/contributor/api_microversion_history.html">versions</a>,
 * tokens and errors.
 */
public final class VolumeService implements Service {
    private static final String HEADER = "OpenStack-API-Version";
    private static final Pattern PATH = Pattern.compile("(?s)/v3(?:/([0-9a-f]{32}))?(/.*)");
    private final Release release;
    private final int newest;
    private final String base;
    private final Gate gate;
    private final Router router;

    /** Cinder of that release on that cloud. */
    public VolumeService(String base, Gate gate, Release release, CloudState cloud) {
        this.release = release;
        this.newest = release.cinder();
        this.base = base + prefix();
        this.gate = gate;
        this.router = Router.of(Stream.of(
                new VolumeApi(cloud, base).routes(),
                new VolumeMetadataApi(cloud).routes(),
                new AttachmentApi(cloud).routes(),
                new SnapshotApi(cloud, base).routes(),
                new VolumeTypeApi(release).routes(),
                new VolumeQuotaApi(new VolumeQuotas(cloud.storage(), cloud.limits())).routes()));
    }

    @Override
    public String prefix() {
        return "/volume";
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().matches("/?")) return identified(versioned(Answer.json(300, allVersions()), "3.0"), call);
        Answer answer = ErrorPage.tooLarge(call)
                .orElseGet(() -> gate.admit(call).map(this::authorized).orElseGet(gate::refuse));
        return answer.with("X-Openstack-Request-Id", call.requestId());
    }

    private Answer authorized(Call call) {
        if (call.path().equals("/v3")) {
            return new Answer(302, List.of(new Answer.Header("Content-Type", "text/plain; charset=utf8")), "")
                    .with("Location", base + "/v3/");
        }
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) return ErrorPage.noSuchPage(call);
        Optional<String> project = Optional.ofNullable(path.group(1));
        Call inner = call.below(path.group(2));
        boolean root = inner.path().equals("/") && project.isEmpty();
        if (!root && !isRouted(inner)) return ErrorPage.noSuchPage(call);
        boolean own = project.filter(id -> !id.equals(call.project())).isEmpty();
        return identified(asked(inner, own), call);
    }

    private boolean isRouted(Call call) {
        return router.allowed(call).stream()
                .anyMatch(methods -> List.of(methods.split(", ")).contains(call.method()));
    }

    // What has no body comes from a layer that gives no request ids.
    private static Answer identified(Answer answer, Call call) {
        return answer.body().isEmpty() ? answer : answer.with("X-Compute-Request-Id", call.requestId());
    }

    // Where the URL names a project it must be the token's own.
    private Answer asked(Call call, boolean own) {
        Optional<String> header = call.header(HEADER);
        if (header.filter(value -> !value.contains(" ")).isPresent()) return error(malformed());
        String asked = header.filter(value -> value.startsWith("volume "))
                .map(value -> value.substring("volume ".length()).trim())
                .map(value -> value.equals("latest") ? "3." + newest : value)
                .orElse("3.0");
        if (!asked.matches("[1-9]\\d*\\.(0|[1-9]\\d*)")) {
            return error(Rejection.badRequest(
                    "API Version String " + asked + " is of invalid format. Must be of format MajorNum.MinorNum."));
        }
        int minor = Integer.parseInt(asked.substring(asked.indexOf('.') + 1));
        boolean major = asked.startsWith("3.");
        if (!major || minor > newest) {
            Answer refused = error(new Rejection(
                    406,
                    "Version " + asked + " is not supported by the API. Minimum is 3.0 and maximum is 3." + newest
                            + "."));
            return major ? versioned(refused, asked) : refused;
        }
        Answer answer = own ? routed(call.withMinor(minor)) : error(Rejection.badRequest("Malformed request url"));
        return versioned(answer, asked);
    }

    private Answer routed(Call call) {
        if (call.path().equals("/")) return Answer.json(200, versions());
        try {
            return router.answer(call).orElseGet(() -> ErrorPage.noSuchPage(call));
        } catch (Rejection e) {
            return error(e);
        }
    }

    /** What Cinder says when it has no better words. */
    static Rejection malformed() {
        return Rejection.badRequest(
                "The server could not comply with the request since it is either malformed or otherwise incorrect.");
    }

    private static Answer versioned(Answer answer, String version) {
        return answer.with("Openstack-Api-Version", "volume " + version).with("Vary", HEADER);
    }

    private Answer error(Rejection rejection) {
        String kind = switch (rejection.status()) {
            case 400 -> "badRequest";
            case 403 -> "forbidden";
            case 404 -> "itemNotFound";
            case 409 -> "conflictingRequest";
            case 413 -> "overLimit";
            default -> "computeFault";
        };
        String message =
                release.since(Release.OF_2026_2) ? Schema.newer(rejection.getMessage()) : rejection.getMessage();
        ObjectNode words = JsonTree.object("code", rejection.status(), "message", message);
        if (rejection.status() == 413) words.put("retryAfter", "0");
        Answer answer = Answer.json(rejection.status(), JsonTree.object(kind, words));
        return rejection.status() == 413 ? answer.with("Retry-After", "0") : answer;
    }

    // The older API is gone since Xena.
    private JsonNode allVersions() {
        return release.since(Release.ZED)
                ? versions()
                : JsonTree.object("versions", List.of(version("2", "DEPRECATED", "", ""), current()));
    }

    private JsonNode versions() {
        return JsonTree.object("versions", List.of(current()));
    }

    private JsonNode current() {
        return version("3", "CURRENT", "3." + newest, "3.0");
    }

    private JsonNode version(String major, String status, String newestOfIt, String oldest) {
        return new Fields()
                .put("id", "v" + major + ".0")
                .put("status", status)
                .put("version", newestOfIt)
                .put("min_version", oldest)
                .put("updated", "2022-08-31T00:00:00Z")
                .put(
                        "links",
                        List.of(
                                JsonTree.object(
                                        "rel",
                                        "describedby",
                                        "type",
                                        "text/html",
                                        "href",
                                        "https://docs.openstack.org/"),
                                JsonTree.object("rel", "self", "href", base + "/v" + major + "/")))
                .put(
                        "media-types",
                        List.of(JsonTree.object(
                                "base",
                                "application/json",
                                "type",
                                "application/vnd.openstack.volume+json;version=" + major)))
                .object();
    }
}
