package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Old, misplaced and shorthand keys, turned into what they mean today. */
final class LegacyKeys {
    // Of several spellings the last one found wins, and within auth over the top level.
    private static final List<Spelling> IDENTITY = List.of(
            Spelling.of("domain_id"),
            Spelling.of("domain_name"),
            Spelling.of("user_domain_id"),
            Spelling.of("user_domain_name"),
            Spelling.of("project_domain_id"),
            Spelling.of("project_domain_name"),
            new Spelling("token", List.of("auth-token", "auth_token", "token")));
    private static final List<Spelling> PROJECTS = List.of(
            new Spelling("project_id", List.of("tenant_id", "tenant-id", "project_id", "project-id")),
            new Spelling("project_name", List.of("tenant_name", "tenant-name", "project_name", "project-name")));
    private static final List<Spelling> TENANTS = List.of(
            new Spelling("tenant_id", List.of("project_id", "project-id", "tenant_id", "tenant-id")),
            new Spelling("tenant_name", List.of("project_name", "project-name", "tenant_name", "tenant-name")));

    private final NetworkList networkList;

    LegacyKeys(NetworkList networkList) {
        this.networkList = networkList;
    }

    private record Spelling(String today, List<String> known) {
        static Spelling of(String key) {
            return new Spelling(key, List.of(key, key.replace('_', '-')));
        }
    }

    /** Changes the draft in place. */
    void modernize(CloudEntry cloud) {
        keepOneToken(cloud);
        move(cloud.top(), "passcode", cloud.auth(), "passcode");
        keepOneTimeout(cloud.top());
        move(cloud.top(), "endpoint_type", cloud.top(), "interface");
        chooseAuthType(cloud.top());
        moveIdentityIntoAuth(cloud);
        renameEndpointTypes(cloud.top());
        cloud.top().put("networks", networkList.of(cloud.top()));
        spreadDomain(cloud.auth());
        List.of("insecure", "cache")
                .forEach(key -> cloud.top()
                        .computeIfPresent(
                                key, (k, flag) -> flag.with(YamlBoolean.of(flag.value(), key, flag.source()))));
        cloud.auth().computeIfPresent("auth_url", (key, url) -> filled(url, cloud));
    }

    private static void keepOneToken(CloudEntry cloud) {
        Map<String, Setting> top = cloud.top();
        boolean given = cloud.auth().containsKey("token") || isSet(top.get("auth_token")) || isSet(top.get("token"));
        if (!given) return;
        Setting old = top.remove("auth_token");
        if (old != null) top.putIfAbsent("token", old);
    }

    // A session has one time-out, so whichever service's is written last is everyone's.
    private static void keepOneTimeout(Map<String, Setting> top) {
        List<String> services = top.keySet().stream()
                .filter(key -> key.endsWith("timeout") && !key.equals("timeout") && !key.equals("api_timeout"))
                .toList();
        if (services.isEmpty()) return;
        Setting last = Objects.requireNonNull(top.get(services.get(services.size() - 1)));
        services.forEach(top::remove);
        if (!last.isNull()) top.put("api_timeout", last);
    }

    private static void chooseAuthType(Map<String, Setting> top) {
        Setting old = top.remove("auth_plugin");
        Setting today = top.remove("auth_type");
        Optional.ofNullable(today).or(() -> Optional.ofNullable(old)).ifPresent(type -> top.put("auth_type", type));
    }

    private static void moveIdentityIntoAuth(CloudEntry cloud) {
        Setting type = cloud.top().get("auth_type");
        IDENTITY.forEach(spelling -> moveIntoAuth(cloud, spelling));
        boolean v2 = type != null && type.value().equals("v2password");
        (v2 ? TENANTS : PROJECTS).forEach(spelling -> moveIntoAuth(cloud, spelling));
    }

    private static void moveIntoAuth(CloudEntry cloud, Spelling spelling) {
        @Nullable Setting winner = null;
        for (String key : spelling.known()) {
            for (Map<String, Setting> place : List.of(cloud.top(), cloud.auth())) {
                Setting found = place.remove(key);
                if (found != null) winner = found;
            }
        }
        if (winner != null && !winner.text().isEmpty()) {
            cloud.auth().put(spelling.today(), winner.with(winner.text()));
        }
    }

    private static void renameEndpointTypes(Map<String, Setting> top) {
        Map<String, Setting> renamed = new LinkedHashMap<>();
        top.forEach((key, setting) ->
                renamed.put(key.endsWith("endpoint_type") ? key.replace("endpoint_type", "interface") : key, setting));
        top.clear();
        top.putAll(renamed);
    }

    // With a project, a domain alone is the domain of user and project both.
    private static void spreadDomain(Map<String, Setting> auth) {
        if (!auth.containsKey("project_id") && !auth.containsKey("project_name")) return;
        for (String kind : List.of("id", "name")) {
            Setting domain = auth.remove("domain_" + kind);
            if (domain == null) continue;
            auth.putIfAbsent("user_domain_" + kind, domain);
            auth.putIfAbsent("project_domain_" + kind, domain);
        }
    }

    private static Setting filled(Setting url, CloudEntry cloud) {
        if (url.value() instanceof String) return new TextTemplate("auth.auth_url", url).fill(cloud::lookup);
        throw new OpenStackException(
                "auth.auth_url (" + url.source() + ") is not a text", "It looks like https://HOST:5000/v3.");
    }

    private static void move(Map<String, Setting> from, String key, Map<String, Setting> to, String target) {
        Setting moved = from.remove(key);
        if (moved != null) to.put(target, moved);
    }

    private static boolean isSet(@Nullable Setting setting) {
        return setting != null && setting.isTruthy();
    }
}
