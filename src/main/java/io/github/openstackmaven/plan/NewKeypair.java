package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.KeypairCreate;
import io.github.openstackmaven.ledger.ResourceType;

/**
 * The ephemeral keypair of a launch, made once for all its servers that want one.
 *
 * @param name of the first of them
 */
public record NewKeypair(String name) implements MarkedCreate, Prerequisite {

    /**
     * What Nova is asked for.
     *
     * @param publicKey one line as in {@code authorized_keys}
     */
    public KeypairCreate request(Marking marking, String publicKey) {
        return KeypairCreate.ssh(marking.keypair(), publicKey);
    }

    @Override
    public ResourceType kind() {
        return ResourceType.KEYPAIR;
    }

    @Override
    public <T> T match(Cases<T> cases) {
        return cases.keypair(this);
    }

    // One a launch, whichever servers it is of: that its name is not known yet is all that there is to say.
    @Override
    public String placeholder() {
        return "<name of the launch's keypair>";
    }

    @Override
    public Costs costs() {
        return Costs.none(); // a quota of the user's, which Nova does not tell with the project's
    }

    @Override
    public PlannedRequest foreseen(Marking marking) {
        return PlannedRequest.compute(
                request(marking, "<public key made by the launch>").post());
    }
}
