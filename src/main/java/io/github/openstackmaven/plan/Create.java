package io.github.openstackmaven.plan;

/** One create of a launch. Launch sends it, {@code check} prints it, the quota counts it, {@code maven:spec} digests it. */
public sealed interface Create permits MarkedCreate, Prerequisite {

    /** What it is called in the plan; on the cloud its marks may be added to it. */
    String name();

    /** What stands where its id will be, as long as there is none. */
    String placeholder();

    /** What it takes of the project's quotas. */
    Costs costs();

    /** The request, as far as it is known before anything is made. */
    PlannedRequest foreseen(Marking marking);
}
