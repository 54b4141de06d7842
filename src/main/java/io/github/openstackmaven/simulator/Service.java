package io.github.openstackmaven.simulator;

/** One of the cloud's services. */
interface Service {
    /** The start of its paths, like {@code /compute}. */
    String prefix();

    Answer answer(Call call);
}
