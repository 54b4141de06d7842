package io.github.openstackmaven.pom;

import io.github.openstackmaven.plan.FlavorSpec;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code <flavor>}: a name or id, or a block. */
public final class FlavorParameter implements Block, ShortForm {
    private String text;
    private String minVcpus;
    private String minRam;
    private String minDisk;

    @Override
    public void set(String text) {
        this.text = text;
    }

    @Override
    public boolean given() {
        return Stream.of(text, minVcpus, minRam, minDisk).anyMatch(Objects::nonNull);
    }

    FlavorSpec spec() {
        return Written.text(text)
                .<FlavorSpec>map(FlavorSpec.Named::new)
                .orElseGet(() -> new FlavorSpec.AtLeast(
                        amount("minVcpus", minVcpus, "vCPUs"),
                        amount("minRam", minRam, "MiB"),
                        amount("minDisk", minDisk, "GiB")));
    }

    private static int amount(String element, String text, String unit) {
        return Written.of("<" + element + "> in <flavor>", text)
                .map(written -> written.amount(0, unit))
                .orElse(0);
    }
}
