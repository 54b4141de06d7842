package io.github.openstackmaven.session;

import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.pom.CommandLine;
import io.github.openstackmaven.pom.ElementText;
import io.github.openstackmaven.simulator.FaultPlan;
import io.github.openstackmaven.simulator.RandomFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What is to go wrong on a simulator.
 *
 * @param file where it is written
 * @param seed what goes wrong by chance follows from it
 * @param probability how much does
 */
public record PlannedFaults(Optional<String> file, Optional<String> seed, Optional<String> probability) {
    private static final String FILE = "simulator.faults";
    private static final String SEED = FILE + ".seed";
    private static final String PROBABILITY = FILE + ".probability";
    private static final double STANDARD = 0.2;

    /** As the command line says. */
    static PlannedFaults of(CommandLine line) {
        return of(line, null, null, null);
    }

    /** As the command line says, or where it says nothing what Maven has bound, which may be null. */
    public static PlannedFaults of(
            CommandLine line, @Nullable String file, @Nullable String seed, @Nullable String probability) {
        return new PlannedFaults(line.text(FILE, file), line.text(SEED, seed), line.text(PROBABILITY, probability));
    }

    /**
     * The plan.
     *
     * @throws OpenStackException when it can't be read, or makes no sense
     */
    public FaultPlan plan() {
        FaultPlan written = file.map(PlannedFaults::read).orElseGet(FaultPlan::none);
        return chance().map(written::with).orElse(written);
    }

    private Optional<RandomFaults> chance() {
        if (seed.isEmpty() && probability.isEmpty()) return Optional.empty();
        int number = seed.map(text ->
                        new ElementText("-Dopenstack." + SEED, text).number(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(0);
        double part = probability.map(PlannedFaults::probability).orElse(STANDARD);
        return Optional.of(new RandomFaults(number, part, FaultPlan.passing()));
    }

    private static double probability(String text) {
        try {
            double probability = Double.parseDouble(text);
            if (probability >= 0 && probability <= 1) return probability;
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static OpenStackException wrong(String text) {
        return new ElementText("-Dopenstack." + PROBABILITY, text).is("It is a number from 0 to 1.");
    }

    private static FaultPlan read(String file) {
        try {
            Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of(file)));
            if (!(written instanceof Map<?, ?> plan)) throw new IllegalArgumentException("It has no 'rules:'");
            return FaultPlan.of(plan);
        } catch (IOException e) {
            throw new OpenStackException(
                    "The fault plan " + file + " can't be read", "Check -Dopenstack." + FILE + ".", e);
        } catch (YAMLException | IllegalArgumentException e) {
            throw new OpenStackException(
                    "The fault plan " + file + " is wrong: " + e.getMessage(),
                    "README, 'Rehearse trouble', says what there can be.",
                    e);
        }
    }
}
