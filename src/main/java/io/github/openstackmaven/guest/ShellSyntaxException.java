package io.github.openstackmaven.guest;

/** A guest's shell does not know that much of the language. */
final class ShellSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShellSyntaxException(String what) {
        super(what);
    }
}
