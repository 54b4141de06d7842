package io.github.openstackmaven.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Faults by chance. The same seed disturbs the same requests, in whatever order several threads send them: what counts is the
 * how manieth of its kind a request is.
 *
 * @param probability of a fault, from 0 to 1
 * @param faults one of which it is
 * @param only is found in {@code SERVICE METHOD PATH}
 * @param until after so many requests nothing goes wrong any more
 */
public record RandomFaults(long seed, double probability, List<Fault> faults, Optional<Pattern> only, int until) {
    public RandomFaults {
        faults = List.copyOf(faults);
    }

    /** A fault in so many of all requests. */
    public RandomFaults(long seed, double probability, List<Fault> faults) {
        this(seed, probability, faults, Optional.empty(), Integer.MAX_VALUE);
    }

    /** Only the first n requests. */
    public RandomFaults until(int n) {
        return new RandomFaults(seed, probability, faults, only, n);
    }

    /** Only such requests. */
    public RandomFaults only(String requests) {
        return new RandomFaults(seed, probability, faults, Optional.of(Pattern.compile(requests)), until);
    }

    /**
     * What happens to a request.
     *
     * @param total the how manieth request it is
     * @param ofItsKind the how manieth of the requests with this {@link #kind}
     */
    Optional<Fault> of(Disturbance.Asked asked, int total, int ofItsKind) {
        String whole = asked.service() + " " + asked.method() + " " + asked.path();
        boolean spared = faults.isEmpty()
                || total > until
                || only.filter(wanted -> !wanted.matcher(whole).find()).isPresent();
        if (spared) return Optional.empty();
        Random random = new Random(mixed(kind(asked) + " " + ofItsKind));
        return random.nextDouble() < probability
                ? Optional.of(faults.get(random.nextInt(faults.size())))
                : Optional.empty();
    }

    /** The request without what is another at each run: ids, and the query. */
    static String kind(Disturbance.Asked asked) {
        String path = Arrays.stream(asked.path().replaceFirst("\\?.*", "").split("/", -1))
                .map(part -> part.matches("v[\\d.]+|[^\\d]*") ? part : "*")
                .collect(Collectors.joining("/"));
        return asked.service() + " " + asked.method() + " " + path;
    }

    private long mixed(String request) {
        CRC32 sum = new CRC32();
        sum.update(request.getBytes(StandardCharsets.UTF_8));
        return seed * 0x9E3779B97F4A7C15L ^ sum.getValue() * 0xBF58476D1CE4E5B9L;
    }
}
