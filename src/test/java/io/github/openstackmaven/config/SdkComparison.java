package io.github.openstackmaven.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackmaven.OpenStackException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds what the loader makes of a configuration against openstacksdk's answer. */
final class SdkComparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    // The one error that is none here: without auth_url the caller words it.
    private static final String NO_AUTH_URL = "Auth plugin requires parameters which were not given: auth_url";

    private final SdkCase one;
    private final JsonNode answer;
    private final List<String> differences = new ArrayList<>();

    private SdkComparison(SdkCase one, JsonNode answer) {
        this.one = one;
        this.answer = answer;
    }

    /** The differences, a line each. */
    static List<String> of(SdkCase one, JsonNode answer, List<String> services) {
        SdkComparison comparison = new SdkComparison(one, answer);
        comparison.compare(services);
        return comparison.differences;
    }

    private void compare(List<String> services) {
        Settings settings;
        try {
            settings = new CloudsLoader(one.environment(), uri -> Optional.empty(), warning -> {})
                    .load(one.explicitSettings());
        } catch (OpenStackException e) {
            if (!answer.has("error")) differences.add("only we fail: " + e.report());
            return;
        }
        // Deliberate: openstacksdk wants an auth_type where the fields say it all.
        if (settings.get("auth_type")
                .map(Setting::source)
                .filter(AuthTypes.BY_FIELDS::equals)
                .isPresent()) return;
        // Deliberate: what several methods take is gathered, as by openstacksdk since 1.1.0.
        if (settings.text("auth_type").filter("v3multifactor"::equals).isPresent()) return;
        if (answer.has("error")) {
            boolean noCloud = answer.get("message").asText().equals(NO_AUTH_URL)
                    && settings.get("auth.auth_url").isEmpty();
            if (!noCloud) differences.add("only openstacksdk fails: " + answer);
            return;
        }
        same("cloud", answer.get("name"), settings.text("cloud").orElse(""));
        same("force_ipv4", answer.get("forceIpv4"), value(settings, "force_ipv4"));
        compareConfig(settings);
        compareTls(settings);
        services.forEach(service -> compareService(
                ServiceSettings.of(settings, service),
                service,
                answer.get("services").get(service)));
    }

    private void compareConfig(Settings settings) {
        Map<String, Object> ours = new LinkedHashMap<>();
        Map<String, Object> auth = new LinkedHashMap<>();
        settings.asMap().forEach((key, setting) -> {
            boolean inAuth = key.startsWith("auth.");
            (inAuth ? auth : ours).put(inAuth ? key.substring("auth.".length()) : key, plain(setting.value()));
        });
        ours.keySet().removeAll(List.of("cloud", "force_ipv4"));
        ours.put("auth", auth);
        JsonNode theirs = answer.get("config");
        TreeSet<String> keys = new TreeSet<>(ours.keySet());
        theirs.fieldNames().forEachRemaining(keys::add);
        keys.forEach(key -> {
            if (!ours.containsKey(key)) differences.add("we lack " + key + ": " + theirs.get(key));
            else if (!theirs.has(key)) differences.add("only we have " + key + ": " + ours.get(key));
            else same(key, theirs.get(key), ours.get(key));
        });
    }

    private void compareTls(Settings settings) {
        TlsSettings tls = TlsSettings.of(settings, one.environment());
        JsonNode theirs = answer.get("verify").get("value");
        JsonNode verify = theirs.get(0);
        boolean on = verify.isTextual() ? !verify.asText().isEmpty() : verify.asBoolean();
        same("verify", verify, on ? tls.cacert().<Object>map(Path::toString).orElse(tls.verify()) : verify);
        if (on != tls.verify()) differences.add("verify: " + verify + " or " + tls.verify());
        JsonNode cert = theirs.get(1);
        Object ours = tls.key().isPresent()
                ? List.of(
                        tls.certificate().orElseThrow().toString(),
                        tls.key().get().toString())
                : tls.certificate().<Object>map(Path::toString).orElse(YamlNull.NULL);
        if (!cert.isTextual() || !cert.asText().isEmpty()) same("cert", cert, ours);
    }

    private void compareService(ServiceSettings ours, String service, JsonNode theirs) {
        JsonNode listed = theirs.get("interface").path("value");
        List<String> interfaces = new ArrayList<>();
        if (listed.isArray()) listed.forEach(item -> interfaces.add(item.asText()));
        else if (!listed.isNull()) interfaces.add(listed.asText());
        if (!interfaces.equals(ours.interfaces())) {
            differences.add(service + " interface: " + listed + " or " + ours.interfaces());
        }
        sameOrError(service + " region", theirs.get("regionName"), () -> value(ours.regionName()));
        sameOrError(service + " version", theirs.get("apiVersion"), () -> value(ours.apiVersion()));
        sameOrError(service + " type", theirs.get("serviceType"), ours::serviceType);
        sameOrError(service + " name", theirs.get("serviceName"), () -> value(ours.serviceName()));
        sameOrError(service + " microversion", theirs.get("microversion"), () -> value(ours.defaultMicroversion()));
        sameOrError(service + " retries", theirs.get("connectRetries"), () -> orNull(ours.connectRetries()));
        sameOrError(
                service + " status retries", theirs.get("statusCodeRetries"), () -> orNull(ours.statusCodeRetries()));
        JsonNode endpoint = theirs.get("endpoint");
        boolean none = endpoint.has("value")
                && (endpoint.get("value").isNull()
                        || endpoint.get("value").asText().isEmpty());
        if (!none) sameOrError(service + " endpoint", endpoint, () -> value(ours.endpointOverride()));
        else if (ours.endpointOverride().isPresent()) differences.add(service + " endpoint: only we have one");
    }

    private void sameOrError(String what, JsonNode theirs, Supplier<Object> ours) {
        Object value;
        try {
            value = ours.get();
        } catch (OpenStackException e) {
            if (!theirs.has("error")) differences.add(what + ": only we fail: " + e.getMessage());
            return;
        }
        if (theirs.has("error")) differences.add(what + ": only openstacksdk fails: " + theirs);
        else same(what, theirs.get("value"), value);
    }

    private void same(String what, JsonNode theirs, Object ours) {
        JsonNode node;
        try {
            node = JSON.readTree(JSON.writeValueAsString(plain(ours)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (!theirs.equals(node)) differences.add(what + ": openstacksdk " + theirs + ", we " + node);
    }

    private static Object value(Settings settings, String key) {
        return value(settings.get(key));
    }

    private static Object value(Optional<Setting> setting) {
        return orNull(setting.map(Setting::value));
    }

    private static Object orNull(Optional<?> value) {
        return value.isPresent() ? value.get() : YamlNull.NULL;
    }

    // As the Python script plain()s: null for None, and a mark on numbers with a point.
    private static @Nullable Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (value instanceof Double) return Map.of("float", PythonText.of(value));
        return value == YamlNull.NULL ? null : value;
    }
}
