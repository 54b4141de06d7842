package io.github.openstackmaven.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collector;

/** How much something takes of a project's quotas, or gives back to them; what is not named is 0. */
public record Costs(Map<QuotaResource, Integer> amounts) {
    private static final Costs NONE = new Costs(Map.of());

    public Costs {
        amounts = Map.copyOf(amounts);
    }

    /** Nothing at all. */
    public static Costs none() {
        return NONE;
    }

    /** So much of one resource. */
    public static Costs of(QuotaResource resource, int amount) {
        return none().and(resource, amount);
    }

    /** The sum of many. */
    static Collector<Costs, ?, Costs> sum() {
        return Collector.of(Sum::new, Sum::add, (first, second) -> first.add(second.toCosts()), Sum::toCosts);
    }

    /** The same and so much more of a resource. */
    public Costs and(QuotaResource resource, int amount) {
        return amount == 0 ? this : new Sum().add(this).add(resource, amount).toCosts();
    }

    /** How much of a resource. */
    public int of(QuotaResource resource) {
        return amounts.getOrDefault(resource, 0);
    }

    private static final class Sum {
        private final Map<QuotaResource, Integer> amounts = new EnumMap<>(QuotaResource.class);

        Sum add(Costs costs) {
            costs.amounts().forEach(this::add);
            return this;
        }

        Sum add(QuotaResource resource, int amount) {
            amounts.merge(resource, amount, Integer::sum);
            return this;
        }

        Costs toCosts() {
            return new Costs(amounts);
        }
    }
}
