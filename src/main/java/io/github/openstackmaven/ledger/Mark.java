package io.github.openstackmaven.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mark of ownership and expiry on a resource itself: in metadata, in a description, or, where a
 * kind has neither, in its name. Each holds as much of it as there is room for.
 *
 * @param build one id a Maven run
 * @param launch one id a create; with the name where a create makes several servers
 * @param project groupId:artifactId; empty where there was no room
 * @param ledger which folder of which machine has it on record; empty where there was no room
 * @param expiresAt empty: it lives for ever
 */
public record Mark(String build, String launch, String project, String ledger, Optional<Instant> expiresAt) {
    /** What the keys of all the plugin's marks begin with. */
    public static final String PREFIX = "maven:";
    /** The metadata key of {@link #build()}. */
    public static final String BUILD = "maven:build";
    /** The metadata key of {@link #launch()}. */
    public static final String LAUNCH = "maven:launch";
    /** The metadata key of {@link #project()}. */
    public static final String PROJECT = "maven:project";
    /** The metadata key of {@link #ledger()}. */
    public static final String LEDGER = "maven:ledger";
    /** The metadata key of {@link #expiresAt()}. */
    public static final String EXPIRES_AT = "maven:expires-at";

    /** The metadata key of how many servers a create made that made several, where there is no other mark of each. */
    public static final String SERVERS = "maven:servers";

    private static final int LONGEST = 255; // the limit of Nova's metadata values and of Neutron's descriptions
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern ENTRY = Pattern.compile("(maven:[a-z-]+)=(\\S+)");
    private static final String UUID = "\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";
    private static final Pattern NAME =
            Pattern.compile("maven-(?<build>" + UUID + ")-(?<launch>" + UUID + ")-(?<expires>\\d{8}T\\d{6}Z|never)$");

    private static final String CLOUD_PROJECT = "\\p{XDigit}{32}";

    /** What stands in metadata; empty without this plugin's marks. */
    public static Optional<Mark> inMetadata(Map<String, String> metadata) {
        if (!metadata.containsKey(BUILD) || !metadata.containsKey(LAUNCH)) return Optional.empty();
        return Optional.of(new Mark(
                metadata.get(BUILD),
                metadata.get(LAUNCH),
                metadata.getOrDefault(PROJECT, ""),
                metadata.getOrDefault(LEDGER, ""),
                Optional.ofNullable(metadata.get(EXPIRES_AT)).flatMap(Mark::time)));
    }

    /**
     * That of a thing which no build has any more: it lives by its own time, whatever becomes of others.
     *
     * @param id its own
     */
    public static Mark ofItself(String id, String project, Optional<Instant> expiresAt) {
        return new Mark(id, id, project, "", expiresAt);
    }

    /** What stands in the metadata of a server of that name. */
    public static Optional<Mark> ofServer(String name, Map<String, String> metadata) {
        Optional<Mark> mark = inMetadata(metadata);
        return metadata.containsKey(SERVERS) ? mark.map(one -> one.ofServer(name)) : mark;
    }

    /** What stands in a description. */
    public static Optional<Mark> inDescription(String description) {
        return inMetadata(ENTRY.matcher(description)
                .results()
                .collect(Collectors.toMap(entry -> entry.group(1), entry -> entry.group(2), (first, second) -> first)));
    }

    /** What stands at the end of a name. */
    public static Optional<Mark> inName(String name) {
        Matcher found = NAME.matcher(name);
        if (!found.find()) return Optional.empty();
        Optional<Instant> expiresAt = instant(found.group("expires"), COMPACT); // "never" is no time
        return Optional.of(new Mark(found.group("build"), found.group("launch"), "", "", expiresAt));
    }

    /** A name for a line of a log: of one that ends in a mark as much as tells it from others, {@code maven-64848a78…}. */
    public static String brief(String name) {
        return inName(name)
                .map(mark -> "maven-" + mark.launch().substring(0, 8) + "…")
                .orElse(name);
    }

    /** Whether it is that of a thing which no build has any more. */
    public boolean isOfItself(String id) {
        return build.equals(id);
    }

    /** Whether its time is over. */
    public boolean hasExpired(Instant now) {
        return expiresAt.filter(at -> at.isBefore(now)).isPresent();
    }

    /** Whether it is that project's, as far as there was room to say so. */
    public boolean isOf(String wanted) {
        if (project.isEmpty()) return false;
        Mark whole = new Mark(build, launch, wanted, ledger, expiresAt);
        return project.equals(wanted)
                || inDescription(whole.description()).filter(this::equals).isPresent();
    }

    /** The same that lives until then. */
    public Mark expiring(Optional<Instant> at) {
        return new Mark(build, launch, project, ledger, at);
    }

    /** That of one of the servers of a create that makes several. */
    public Mark ofServer(String name) {
        return new Mark(build, launch + "/" + name, project, ledger, expiresAt);
    }

    /** For metadata; an expiry that there is none of is left out. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(BUILD, build);
        metadata.put(LAUNCH, launch);
        expiresAt.ifPresent(at -> metadata.put(EXPIRES_AT, at.toString()));
        if (!ledger.isEmpty()) metadata.put(LEDGER, ledger);
        if (!project.isEmpty()) metadata.put(PROJECT, shortened(project));
        return metadata;
    }

    /** For a description. */
    public String description() {
        return shortened(metadata().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" ")));
    }

    /** For a name, of letters, digits and {@code -} as keypairs may have. */
    public String name() {
        return "maven-" + build + "-" + launch + "-"
                + expiresAt.map(COMPACT::format).orElse("never");
    }

    /**
     * For the name of what is the user's in all the projects of a cloud: it begins with the project's id.
     *
     * @param cloudProject empty where the login has none
     */
    public String nameIn(Optional<String> cloudProject) {
        return cloudProject
                        .filter(id -> id.matches(CLOUD_PROJECT))
                        .map(id -> id + "-")
                        .orElse("")
                + name();
    }

    /** Whether a name says that it is another project's; one of an older version does not say whose it is. */
    public static boolean isElsewhere(String name, Optional<String> cloudProject) {
        return name.matches(CLOUD_PROJECT + "-maven-.*")
                && cloudProject.filter(id -> name.startsWith(id + "-")).isEmpty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The time that a mark says; empty where it can't be read: such a thing is never taken for expired. */
    static Optional<Instant> time(String text) {
        return instant(text, DateTimeFormatter.ISO_INSTANT);
    }

    private static Optional<Instant> instant(String text, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(text, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
