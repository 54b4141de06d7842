package io.github.openstackmaven.init;

import java.util.regex.Pattern;

/**
 * A thing of the cloud that a server can be made of.
 *
 * @param about what tells it from others: a size, a time
 * @param by how a POM calls it so that a launch finds it
 */
public record Offered(String id, String name, String about, By by) {
    // What Maven or XML would read otherwise than it is written, and what has no name at all.
    private static final Pattern UNWRITABLE =
            Pattern.compile("|\\s.*|.*\\s|.*[$@]\\{.*|.*\\p{Cntrl}.*", Pattern.DOTALL);

    /** How a POM calls a thing. */
    public enum By {
        NAME,
        /** By a name that several have: the newest of them. */
        NEWEST_OF_NAME,
        ID
    }

    public Offered {
        if (UNWRITABLE.matcher(name).matches()) by = By.ID;
    }

    /** One that is taken as it is written, since the cloud can't be asked. */
    public static Offered unseen(String nameOrId) {
        return new Offered(nameOrId, nameOrId, "", By.NAME);
    }

    /** The same, called by its id. */
    Offered byId() {
        return new Offered(id, name, about, By.ID);
    }

    /** How people call it. */
    String label() {
        return UNWRITABLE.matcher(name).matches() ? id : name;
    }

    /** How a POM calls it. */
    String reference() {
        return by == By.ID ? id : name;
    }
}
