package io.github.openstackmaven.output;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a goal prints to.
 *
 * @param attached whether standard output is a terminal
 * @param interactive not {@code -B}
 * @param quiet {@code -q}
 * @param verbose {@code -X}, or each request is logged
 * @param threads {@code -T}: with several, other modules print in between
 * @param styleColor Maven's {@code -Dstyle.color}
 * @param variables of the environment
 */
public record Terminal(
        boolean attached,
        boolean interactive,
        boolean quiet,
        boolean verbose,
        int threads,
        Optional<String> styleColor,
        Map<String, String> variables) {
    private static final int USUAL_WIDTH = 80;
    // Maven 4 knows several words.
    private static final Set<String> NEVER = Set.of("never", "no", "none");
    private static final Set<String> ALWAYS = Set.of("always", "yes", "force");

    public Terminal {
        variables = Map.copyOf(variables);
    }

    /** Whether lines can be updated in place, and nobody else prints in between. */
    boolean updatesInPlace() {
        return attached && interactive && !quiet && !verbose && threads <= 1 && !inCi() && understandsAnsi();
    }

    /** Whether somebody is there who can be asked. */
    public boolean answers() {
        return attached && interactive && !quiet && !inCi();
    }

    /** The colours of states, where it has any and they are wanted; {@code -Dstyle.color=always} overrules NO_COLOR. */
    StateColors stateColors() {
        boolean unwanted = variables.containsKey("NO_COLOR")
                && !styleColor.filter(ALWAYS::contains).isPresent();
        boolean monochrome = variables.getOrDefault("TERM", "").matches("vt\\d+|.+-m(ono)?");
        return unwanted || monochrome || !understandsAnsi() ? StateColors.none() : StateColors.standard();
    }

    /** How many columns it has; 80 where the environment does not say. */
    int width() {
        return said().orElse(USUAL_WIDTH);
    }

    /** How many columns it has, where it is one and the environment says so. */
    public Optional<Integer> knownWidth() {
        return attached ? said() : Optional.empty();
    }

    private Optional<Integer> said() {
        return Optional.ofNullable(variables.get("COLUMNS"))
                .filter(columns -> columns.matches("[1-9]\\d{1,3}"))
                .map(Integer::valueOf);
    }

    private boolean inCi() {
        return Stream.of("CI", "BUILD_NUMBER", "TF_BUILD", "TEAMCITY_VERSION").anyMatch(variables::containsKey)
                && !"false".equalsIgnoreCase(variables.get("CI"));
    }

    // A classic Windows console shows the escapes as they are; the terminals that don't say who they are.
    private boolean understandsAnsi() {
        boolean known = Stream.of("TERM", "WT_SESSION", "ANSICON").anyMatch(variables::containsKey);
        return known
                && !"dumb".equals(variables.get("TERM"))
                && !styleColor.filter(NEVER::contains).isPresent();
    }
}
