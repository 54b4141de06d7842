package io.github.openstackmaven.guest;

import io.github.openstackmaven.guest.ShellToken.Kind;
import io.github.openstackmaven.guest.ShellToken.Operator;
import io.github.openstackmaven.guest.ShellToken.Part;
import io.github.openstackmaven.guest.ShellToken.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a script to pieces. */
final class ShellLexer {
    private static final Pattern OPERATOR = Pattern.compile("2>&1|1?>&2|&&|\\|\\||2>>|2>|1?>>|1?>|<(?!<)|\\||;|\\n");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+|[?#@*$!]))");
    private static final String UNKNOWN = "&()<`*{}";

    private final String script;
    private final List<ShellToken> tokens = new ArrayList<>();
    private List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inWord;
    private boolean quoted;
    private int at;

    private ShellLexer(String script) {
        this.script = script;
    }

    /**
     * The pieces, in their order.
     *
     * @throws ShellSyntaxException when there are others than words, variables, redirections and what joins commands
     */
    static List<ShellToken> tokens(String script) {
        ShellLexer lexer = new ShellLexer(script.replace("\r\n", "\n").replace("\\\n", ""));
        while (lexer.at < lexer.script.length()) lexer.next();
        lexer.endWord();
        return List.copyOf(lexer.tokens);
    }

    private void next() {
        char now = script.charAt(at);
        Matcher operator = OPERATOR.matcher(script).region(at, script.length());
        boolean numbered = Character.isDigit(now);
        if ((!numbered || !inWord) && operator.lookingAt()) {
            endWord();
            String found = operator.group();
            tokens.add(new Operator(found.matches("1>>?") ? found.substring(1) : found));
            at = operator.end();
        } else if (Character.isWhitespace(now)) {
            endWord();
            at++;
        } else if (now == '#' && !inWord) {
            at = end("\n", at);
        } else {
            wordPart(now);
        }
    }

    private void wordPart(char now) {
        inWord = true;
        switch (now) {
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '\\' -> escaped();
            case '$' -> expansion();
            default -> {
                if (UNKNOWN.indexOf(now) >= 0) throw new ShellSyntaxException(String.valueOf(now));
                text.append(now);
                at++;
            }
        }
    }

    private void singleQuoted() {
        quoted = true;
        int end = closing("'", at + 1);
        text.append(script, at + 1, end);
        at = end + 1;
    }

    private void doubleQuoted() {
        quoted = true;
        at++;
        while (at < script.length() && script.charAt(at) != '"') {
            char now = script.charAt(at);
            boolean escape = now == '\\' && at + 1 < script.length() && "\"\\$`".indexOf(script.charAt(at + 1)) >= 0;
            if (escape) escaped();
            else if (now == '$') expansion();
            else if (now == '`') throw new ShellSyntaxException("`");
            else text.append(script.charAt(at++));
        }
        at = closing("\"", at) + 1;
    }

    private void escaped() {
        if (at + 1 < script.length()) text.append(script.charAt(at + 1));
        quoted = true;
        at += 2;
    }

    private void expansion() {
        Matcher variable = VARIABLE.matcher(script).region(at, script.length());
        if (variable.lookingAt()) {
            add(Kind.VARIABLE, variable.group(1) == null ? variable.group(2) : variable.group(1));
            at = variable.end();
        } else if (script.startsWith("$(", at) && !script.startsWith("$((", at)) {
            int end = endOfSubstitution(at + 2);
            add(Kind.COMMAND, script.substring(at + 2, end));
            at = end + 1;
        } else if (script.startsWith("$(", at) || script.startsWith("${", at)) {
            throw new ShellSyntaxException(script.substring(at, at + 2));
        } else {
            text.append(script.charAt(at++));
        }
    }

    private int endOfSubstitution(int from) {
        int depth = 1;
        int here = from;
        while (here < script.length()) {
            char now = script.charAt(here);
            if (now == '\'') here = closing("'", here + 1);
            if (now == '(') depth++;
            if (now == ')') depth--;
            if (depth == 0) return here;
            here++;
        }
        throw new ShellSyntaxException("$( without its end");
    }

    private int closing(String quote, int from) {
        int end = script.indexOf(quote, from);
        if (end < 0) throw new ShellSyntaxException(quote + " without its end");
        return end;
    }

    private int end(String mark, int from) {
        int end = script.indexOf(mark, from);
        return end < 0 ? script.length() : end;
    }

    private void add(Kind kind, String what) {
        if (!text.isEmpty()) parts.add(new Part(Kind.TEXT, text.toString()));
        text.setLength(0);
        parts.add(new Part(kind, what));
    }

    private void endWord() {
        if (!inWord) return;
        if (!text.isEmpty()) parts.add(new Part(Kind.TEXT, text.toString()));
        tokens.add(new Word(parts, quoted));
        text.setLength(0);
        parts = new ArrayList<>();
        inWord = false;
        quoted = false;
    }
}
