package io.github.openstackmaven.config;

import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.representer.Representer;

/** YAML as {@code safe_load} of PyYAML reads it, which programs in Python use: what it takes is taken, and nothing else. */
public final class PyYaml {
    private static final int DEEPEST = 250; // about where Python's own stack ends

    private static final Pattern DASHES = Pattern.compile("(?m)^---(?=[^\\s\\x{85}\\x{2028}\\x{2029}])");

    private PyYaml() {}

    /** Why a text is no YAML. Its words never hold what the text says, which may be a secret. */
    public static final class BrokenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String place;
        private final String hint;

        private BrokenException(String place, String hint) {
            super(place + ": " + hint);
            this.place = place;
            this.hint = hint;
        }

        /** @param line counted from 0, as {@code column} */
        static BrokenException at(int line, int column, String hint) {
            return new BrokenException(", line " + (line + 1) + ", column " + (column + 1), hint);
        }

        static BrokenException at(Mark mark, String hint) {
            return at(mark.getLine(), mark.getColumn(), hint);
        }

        static BrokenException somewhere(String hint) {
            return new BrokenException("", hint);
        }

        /** {@code , line 2, column 7}, to go on where the file is named; empty text when it is not known. */
        public String place() {
            return place;
        }

        /** What is wrong there; empty text when it is not known. */
        public String hint() {
            return hint;
        }
    }

    /**
     * The value of a document; {@link YamlNull} where there is none.
     *
     * @throws BrokenException when PyYAML would refuse it
     */
    public static Object load(String text) {
        String known = known(text);
        try {
            Yaml yaml = yaml();
            PyYamlRules.demand(text, yaml.parse(new StringReader(known)));
            PyYamlRules.demandKeys(yaml.compose(new StringReader(known)));
            return Optional.<Object>ofNullable(yaml.load(known)).orElse(YamlNull.NULL);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String hint = hint(String.valueOf(e.getProblem()));
            throw mark == null ? BrokenException.somewhere(hint) : BrokenException.at(mark, hint);
        } catch (YAMLException e) {
            throw unmarked(text);
        } catch (BrokenException e) {
            throw e;
        } catch (RuntimeException e) { // SnakeYAML's own, about a value of another shape than its tag says
            throw BrokenException.somewhere("a value is not what its '!!' says");
        }
    }

    // As long as it was, without what SnakeYAML takes otherwise: an escaped tab, and a line that goes on after "---".
    private static String known(String text) {
        return DASHES.matcher(text.replace("\\\t", "\\t")).replaceAll("x--");
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setWarnOnDuplicateKeys(false);
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowRecursiveKeys(true);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new PyYamlConstructor(options), new Representer(unused), unused, options, new PyYamlResolver());
    }

    private static BrokenException unmarked(String text) {
        int line = 0;
        int column = 0;
        for (int letter : text.codePoints().toArray()) {
            if (!StreamReader.isPrintable(letter)) {
                return BrokenException.at(
                        line, column, String.format("the character U+%04X, which YAML does not know", letter));
            }
            column++;
            if (letter == '\n') {
                line++;
                column = 0;
            }
        }
        return BrokenException.somewhere("it is nested too deeply");
    }

    // The parser's own words name tokens, except where a value is taken for the name of a tag or an alias.
    private static String hint(String problem) {
        record Hint(String start, String words) {}
        return Stream.of(
                        new Hint("mapping values are not allowed", "a ':' where no key can be"),
                        new Hint("found character '\\t", "a tab; use spaces"),
                        new Hint("found undefined alias", "a value that starts with '*' needs quotes"),
                        new Hint("could not determine a constructor", "a value that starts with '!' needs quotes"),
                        new Hint("found undefined tag handle", "a value that starts with '!' needs quotes"),
                        new Hint("found duplicate anchor", "a second '&' of the same name"),
                        new Hint("malformed number or date", "a value that looks like a number or date needs quotes"))
                .filter(hint -> problem.startsWith(hint.start()))
                .map(Hint::words)
                .findFirst()
                .orElse(problem);
    }
}
