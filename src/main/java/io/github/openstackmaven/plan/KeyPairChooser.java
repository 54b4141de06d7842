package io.github.openstackmaven.plan;

import io.github.openstackmaven.compute.Keypair;
import io.github.openstackmaven.compute.KeypairClient;

/** Finds the keypair a user wants. */
record KeyPairChooser(KeypairClient keypairs) {

    /**
     * The keypair of that name.
     *
     * @throws io.github.openstackmaven.OpenStackException when the user has none of that name
     */
    Keypair choose(String wanted) {
        return keypairs.byName(wanted)
                .orElseThrow(() -> new NamedResource("keypair", wanted)
                        .unknown(
                                () -> keypairs.all().stream().map(Keypair::name).toList()));
    }
}
