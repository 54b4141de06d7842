package io.github.openstackmaven.mojo;

import io.github.openstackmaven.plan.FlavorSpec;

/** {@code <flavor>}: a name or id, or a block. */
public final class FlavorParameter {
    private String text;
    private int minVcpus;
    private int minRam;
    private int minDisk;

    /** The short form, as Maven sets it. */
    public void set(String text) {
        this.text = text;
    }

    /** Whether anything was written; where nothing was, Maven makes an empty one all the same. */
    boolean given() {
        return text != null || minVcpus != 0 || minRam != 0 || minDisk != 0;
    }

    FlavorSpec spec() {
        return text != null ? new FlavorSpec.Named(text.strip()) : new FlavorSpec.AtLeast(minVcpus, minRam, minDisk);
    }
}
