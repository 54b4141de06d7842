package io.github.openstackmaven.simulator.nova;

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
import java.util.stream.Stream;

/** Nova: its <a href="https://docs.openstack.org/api-guide/compute/microversions.html">versions</a>, tokens and errors. */
public final class ComputeService implements Service {
    private final int newest;
    private final Release release;
    private final String base;
    private final Gate gate;
    private final Router router;

    /**
     * Nova on that cloud.
     *
     * @param newest minor number of the newest microversion it speaks
     */
    public ComputeService(String base, Gate gate, int newest, CloudState cloud) {
        this.newest = newest;
        this.release = cloud.release();
        this.base = base + prefix();
        this.gate = gate;
        Links links = new Links(base);
        Quotas quotas = new Quotas(cloud);
        this.router = Router.of(Stream.of(
                new FlavorApi(cloud, links).routes(),
                new ServerApi(cloud, links, quotas).routes(),
                new MetadataApi(cloud).routes(),
                new ServerTagApi(cloud, links).routes(),
                new ServerActionApi(cloud, new Links(this.base)).routes(),
                new InterfaceApi(cloud).routes(),
                new VolumeAttachmentApi(cloud).routes(),
                new KeypairApi(cloud, links).routes(),
                new QuotaApi(cloud, quotas).routes(),
                new ServerGroupApi(cloud).routes(),
                new ImageProxyApi(cloud, links).routes()));
    }

    @Override
    public String prefix() {
        return "/compute";
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().matches("/?")) {
            return Answer.json(200, JsonTree.object("versions", List.of(version(false), version(true))));
        }
        Answer answer = ErrorPage.tooLarge(call).orElseGet(() -> admitted(call));
        return answer.with("X-Openstack-Request-Id", call.requestId()).with("X-Compute-Request-Id", call.requestId());
    }

    private Answer admitted(Call call) {
        return call.path().matches("/v2\\.1/?")
                ? versioned(call, this::describe)
                : gate.admit(call)
                        .map(admitted -> versioned(admitted, this::routed))
                        .orElseGet(gate::refuse);
    }

    private interface Handler {
        Optional<Answer> answer(Call call);
    }

    private Answer versioned(Call call, Handler handler) {
        String asked = asked(call);
        if (!asked.matches("[1-9]\\d*\\.(0|[1-9]\\d*)")) {
            return error(Rejection.badRequest(
                    "API Version String " + asked + " is of invalid format. Must be of format MajorNum.MinorNum."));
        }
        String[] parts = asked.split("\\.", -1);
        int minor = parts[1].length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(parts[1]);
        Answer answer;
        if (!parts[0].equals("2") || minor < 1 || minor > newest) {
            answer = error(new Rejection(
                    406,
                    "Version " + asked + " is not supported by the API. Minimum is 2.1 and maximum is 2." + newest
                            + "."));
        } else {
            try {
                Optional<Answer> found = handler.answer(call.withMinor(minor));
                if (found.isEmpty()) return ErrorPage.noSuchPage(call);
                answer = found.get().orJson();
            } catch (Rejection e) {
                answer = error(e);
            }
        }
        return answer.with("Openstack-Api-Version", "compute " + asked)
                .with("X-Openstack-Nova-Api-Version", asked)
                .with("Vary", "OpenStack-API-Version")
                .with("Vary", "X-OpenStack-Nova-API-Version");
    }

    private String asked(Call call) {
        String asked = call.header("OpenStack-API-Version")
                .filter(value -> value.startsWith("compute "))
                .map(value -> value.substring("compute ".length()).trim())
                .or(() -> call.header("X-OpenStack-Nova-API-Version"))
                .orElse("2.1");
        return asked.equals("latest") ? "2." + newest : asked;
    }

    private Optional<Answer> routed(Call call) {
        return call.path().startsWith("/v2.1/")
                ? router.answer(call.below(call.path().substring("/v2.1".length())))
                : Optional.empty();
    }

    /** What Nova says of an error it doesn't expect, by the name of its class. */
    static Rejection defect(String type) {
        return new Rejection(
                500,
                "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the Nova API log"
                        + " if possible.\n<class '" + type + "'>");
    }

    private Answer error(Rejection rejection) {
        String kind = switch (rejection.status()) {
            case 400 -> "badRequest";
            case 403 -> "forbidden";
            case 404 -> "itemNotFound";
            case 409 -> "conflictingRequest";
            default -> "computeFault";
        };
        String words = release.since(Release.OF_2026_2) ? Schema.newer(rejection.getMessage()) : rejection.getMessage();
        JsonNode body = JsonTree.object(kind, JsonTree.object("code", rejection.status(), "message", words));
        return new Answer(
                rejection.status(),
                List.of(new Answer.Header("Content-Type", "application/json; charset=UTF-8")),
                body.toString());
    }

    private Optional<Answer> describe(Call call) {
        ObjectNode version = version(true);
        version.withArray("links")
                .add(JsonTree.object("rel", "describedby", "type", "text/html", "href", "http://docs.openstack.org/"));
        version.set(
                "media-types",
                JsonTree.array(List.of(JsonTree.object(
                        "base", "application/json", "type", "application/vnd.openstack.compute+json;version=2.1"))));
        return Optional.of(Answer.json(200, JsonTree.object("version", version)));
    }

    private ObjectNode version(boolean current) {
        String id = current ? "v2.1" : "v2.0";
        return new Fields()
                .put("id", id)
                .put("status", current ? "CURRENT" : "SUPPORTED")
                .put("version", current ? "2." + newest : "")
                .put("min_version", current ? "2.1" : "")
                .put("updated", current ? "2013-07-23T11:33:21Z" : "2011-01-21T11:33:21Z")
                .put("links", List.of(JsonTree.object("rel", "self", "href", base + (current ? "/v2.1/" : "/v2/"))))
                .object();
    }
}
