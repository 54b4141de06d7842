package io.github.openstackmaven.config;

import io.github.openstackmaven.OpenStackException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The regions of a cloud, and which one is meant. */
final class CloudRegions {
    private static final Setting NO_REGION = new Setting("", new Source.Default());

    private final Consumer<String> warnings;

    CloudRegions(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /** A region's name and the settings only it has. */
    record Region(Setting name, CloudEntry values) {
        static Region named(Setting name) {
            return new Region(name, new CloudEntry());
        }
    }

    /**
     * The region asked for, else the cloud's first, else one without a name.
     *
     * @throws OpenStackException when the cloud lists regions and the one asked for is not among them
     */
    Region choose(String cloudName, CloudEntry cloud, CloudEntry profile, Optional<Setting> asked) {
        Setting wanted = asked.filter(Setting::isTruthy).orElse(NO_REGION);
        List<Region> known = cloudName.isEmpty() ? List.of() : known(cloud.normalized(), profile);
        if (known.isEmpty()) return Region.named(wanted);
        if (!wanted.isTruthy()) return known.get(0);
        return known.stream()
                .filter(region -> region.name().value().equals(wanted.value()))
                .findFirst()
                .map(region -> new Region(wanted, region.values()))
                .orElseThrow(() -> unknown(wanted, cloudName, known));
    }

    private List<Region> known(CloudEntry cloud, CloudEntry profile) {
        Setting regions = cloud.top().get("regions");
        if (regions != null) return listed(regions);
        Setting name = cloud.top().get("region_name");
        if (name != null) return named(name);
        Setting ofProfile = profile.top().get("regions");
        if (ofProfile != null && ofProfile.isTruthy()) return listed(ofProfile);
        Setting nameOfProfile = profile.top().get("region_name");
        return nameOfProfile != null && nameOfProfile.isTruthy() ? List.of(Region.named(nameOfProfile)) : List.of();
    }

    private List<Region> named(Setting name) {
        if (name.value() instanceof List<?>) return listed(name);
        if (!(name.value() instanceof String text)) {
            throw new OpenStackException(
                    "region_name (" + name.source() + ") is neither a name nor a list of names",
                    "Write the region's name, or drop the line.");
        }
        List<Object> names = List.copyOf(Arrays.asList(text.split(",", -1)));
        if (names.size() > 1) {
            warnings.accept("region_name (" + name.source() + ") lists several regions: write a list 'regions:'.");
        }
        return listed(name.with(names));
    }

    private static List<Region> listed(Setting regions) {
        if (!(regions.value() instanceof List<?> list)) throw malformed(regions, "regions", "is not a list");
        return list.stream().map(item -> region(item, regions)).toList();
    }

    private static Region region(Object item, Setting regions) {
        if (!(item instanceof Map<?, ?> map)) return Region.named(regions.with(item));
        Map<String, Object> entry = PlainData.entries(map);
        if (!entry.containsKey("name") || !Set.of("name", "values").containsAll(entry.keySet())) {
            throw malformed(regions, "An entry of regions", "needs a 'name', may have 'values', and nothing else");
        }
        Setting name = regions.with(entry.get("name"));
        Source source = new Source.Region(name.text(), regions.source());
        Map<String, Object> values =
                new LinkedHashMap<>(CloudEntry.mapping(entry.getOrDefault("values", Map.of()), "values of " + source));
        values.remove("auth", YamlNull.NULL);
        return new Region(name, CloudEntry.of(values, source));
    }

    private static OpenStackException malformed(Setting regions, String what, String problem) {
        return new OpenStackException(
                what + " (" + regions.source() + ") " + problem,
                "Write a list of names, or of entries with 'name:' and 'values:'.");
    }

    private static OpenStackException unknown(Setting wanted, String cloudName, List<Region> known) {
        String names = known.stream().map(region -> region.name().text()).collect(Collectors.joining(", "));
        return new OpenStackException(
                "Unknown region '" + wanted.text() + "' of cloud " + cloudName + " (" + wanted.source() + ")",
                "Its regions are " + names + "; capitals matter.");
    }
}
