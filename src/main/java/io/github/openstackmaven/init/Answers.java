package io.github.openstackmaven.init;

/** Who says what was left open. */
public interface Answers {

    /** Whether somebody is there to be asked. */
    boolean areGiven();

    /**
     * The one that is wanted.
     *
     * @throws io.github.openstackmaven.OpenStackException when nobody says
     */
    Offered choose(Question question);

    /** A text; {@code otherwise} when nothing is said. */
    String text(String what, String otherwise);

    /** Whether something may be done. */
    boolean allows(String what);

    /** Nobody is asked: what was not named is missing, and what is to be done is done. */
    static Answers none() {
        return new Answers() {
            @Override
            public boolean areGiven() {
                return false;
            }

            @Override
            public Offered choose(Question question) {
                throw question.unanswered();
            }

            @Override
            public String text(String what, String otherwise) {
                return otherwise;
            }

            @Override
            public boolean allows(String what) {
                return true;
            }
        };
    }
}
