package io.github.openstackmaven.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openstackmaven.OpenStackException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A clouds.yaml, secure.yaml or clouds-public.yaml.
 *
 * @param path where it is
 * @param label how messages call it: {@code clouds.yaml of the user}
 * @param content its top level; empty for an empty file
 */
record SettingsFile(Path path, String label, Map<String, Object> content) {

    /**
     * Reads YAML as PyYAML would, or JSON when the name ends so.
     *
     * @throws OpenStackException with line and column, but never the text there, which may be a secret
     */
    static SettingsFile parse(Path path, String label, String text) {
        Object content;
        try {
            content = PlainData.of(path.toString().endsWith("json") ? json(text) : yaml(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String place = mark == null ? "" : place(mark.getLine() + 1, mark.getColumn() + 1);
            throw broken("YAML", path, place, hint(String.valueOf(e.getProblem())));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw broken("JSON", path, at == null ? "" : place(at.getLineNr(), at.getColumnNr()), "");
        } catch (ReaderException e) {
            throw new OpenStackException(
                    String.format(
                            "Broken YAML in %s: the character U+%04X after %d others, which YAML doesn't know",
                            path, e.getCodePoint(), e.getPosition()),
                    "Take it out, or write it as an escape in a text in double quotes.");
        } catch (YAMLException | IllegalArgumentException e) {
            throw new OpenStackException(
                    path + " is nested more than " + PlainData.DEEPEST + " deep, or into itself",
                    "Look for an alias (*NAME) that stands inside its own anchor (&NAME).");
        }
        if (content == YamlNull.NULL) return new SettingsFile(path, label, Map.of());
        if (content instanceof Map<?, ?> map) return new SettingsFile(path, label, PlainData.entries(map));
        throw new OpenStackException(path + " is not a mapping", "Its top level needs keys, such as 'clouds:'.");
    }

    static Object yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setWarnOnDuplicateKeys(false);
        // PyYAML has no limits, and the file is the user's own.
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setNestingDepthLimit(PlainData.DEEPEST);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new PyYamlConstructor(options), new Representer(unused), unused, options, new PyYamlResolver())
                .load(text);
    }

    private static Object json(String text) throws JsonProcessingException {
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readValue(text, Object.class);
    }

    private static String place(int line, int column) {
        return ", line " + line + ", column " + column;
    }

    // The parser's exception is no cause here: it quotes the line.
    private static OpenStackException broken(String language, Path path, String place, String hint) {
        return new OpenStackException(
                "Broken " + language + " in " + path + place + (hint.isEmpty() ? "" : ": " + hint),
                "Correct it there or a little above; a value with one of : # { } [ ] & * ! | > ' \" % @ ` needs quotes.");
    }

    private static String hint(String problem) {
        record Hint(String start, String words) {}
        return Stream.of(
                        new Hint("mapping values are not allowed", "a ':' where no key can be"),
                        new Hint("found character '\\t", "a tab; indent with spaces"),
                        new Hint("found character", "a value that starts with this character needs quotes"),
                        new Hint("malformed number or date", "a value that looks like a number or date needs quotes"),
                        new Hint("found undefined alias", "a value that starts with '*' needs quotes"),
                        new Hint("could not determine a constructor", "a value that starts with '!' needs quotes"),
                        new Hint("could not find expected ':'", "a key without ':'"),
                        new Hint("found unexpected end of stream", "a quote that is not closed"),
                        new Hint("expected <block end>", "wrong indentation"))
                .filter(hint -> problem.startsWith(hint.start()))
                .map(Hint::words)
                .findFirst()
                .orElse("");
    }
}
