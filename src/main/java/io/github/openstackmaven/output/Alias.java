package io.github.openstackmaven.output;

/** A server's name where not every character may stand: as a file's name, in {@code ssh_config}, in an inventory. */
record Alias(String text) {

    /** Nova's name, with {@code -} for what is no letter, digit, {@code .}, {@code _} or {@code -}; the id where nothing is left. */
    static Alias of(String name, String id) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "-").replaceFirst("^[.-]+", "");
        return new Alias(plain.isEmpty() ? id : plain);
    }

    @Override
    public String toString() {
        return text;
    }
}
