package io.github.openstackmaven.simulator.web;

/** One of the cloud's services. */
public interface Service {
    /** The start of its paths, like {@code /compute}. */
    String prefix();

    Answer answer(Call call);
}
