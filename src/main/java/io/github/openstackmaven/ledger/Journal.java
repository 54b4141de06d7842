package io.github.openstackmaven.ledger;

/** Where a launch writes down what it makes, before and after. */
public interface Journal {
    /** A create of a server of that name is about to be sent. */
    void intend(String launch, String name);

    /** It was answered: this is the server. */
    void made(String launch, String id);

    /** It is gone, or was certainly not made. */
    void gone(String launch);
}
