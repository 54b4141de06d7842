package io.github.openstackmaven.pom;

/** An element that may be a text instead of a block. */
interface ShortForm {

    /** Takes the text, as Maven binds it. */
    void set(String text);

    /** The element with that text. */
    static <T extends ShortForm> T of(T element, String text) {
        element.set(text);
        return element;
    }
}
