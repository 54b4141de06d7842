package io.github.openstackmaven.ledger;

/** Where the launches of one build on one cloud write down what they make, before and after. */
public interface Journal {
    /** A create of a server of that name is about to be sent. */
    void intend(String launch, String name);

    /** It was answered: this is the server. */
    void made(String launch, String name, String id);

    /** It was certainly not made. */
    void notMade(String launch);
}
