package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.pom.BlockElement.Value;
import org.jspecify.annotations.Nullable;

/**
 * {@code <flavor>}: a name or id, or a block of what it has at least; the smallest such is taken.
 *
 * <p>Example: {@code <flavor><minVcpus>2</minVcpus><minRam>4096</minRam></flavor>}.
 *
 * @since 1.0.0
 */
public final class FlavorParameter implements ShortForm {
    static final Elements ELEMENTS = new Elements();

    private @Nullable String text;

    /**
     * How many vCPUs it has at least.
     *
     * <p>Default: {@code 0}.
     *
     * @since 1.0.0
     */
    private @Nullable String minVcpus;

    /**
     * How much memory it has at least, in MiB.
     *
     * <p>Default: {@code 0}.
     *
     * @since 1.0.0
     */
    private @Nullable String minRam;

    /**
     * How large its disk is at least, in GiB.
     *
     * <p>Default: {@code 0}.
     *
     * @since 1.0.0
     */
    private @Nullable String minDisk;

    @Override
    public void set(String text) {
        this.text = text;
    }

    static FlavorSpec spec(ElementPrecedence<FlavorParameter> flavor) {
        return flavor.insteadOfAll()
                .<FlavorSpec>map(FlavorSpec.Named::new)
                .orElseGet(() -> new FlavorSpec.AtLeast(
                        amount(flavor, ELEMENTS.minVcpus, "vCPUs"),
                        amount(flavor, ELEMENTS.minRam, "MiB"),
                        amount(flavor, ELEMENTS.minDisk, "GiB")));
    }

    private static int amount(
            ElementPrecedence<FlavorParameter> flavor, Value<FlavorParameter, String> element, String unit) {
        return flavor.written(element).map(written -> written.amount(0, unit)).orElse(0);
    }

    /** The elements of a {@code <flavor>}. */
    static final class Elements extends Register<FlavorParameter> {
        final Value<FlavorParameter, String> text = text(flavor -> flavor.text);
        final Value<FlavorParameter, String> minVcpus = text("minVcpus", flavor -> flavor.minVcpus);
        final Value<FlavorParameter, String> minRam = text("minRam", flavor -> flavor.minRam);
        final Value<FlavorParameter, String> minDisk = text("minDisk", flavor -> flavor.minDisk);
    }
}
