package io.github.openstackmaven.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What {@code test} can tell. */
record Condition(Shell shell) {

    /** 0 when it holds, 1 when not. */
    int code(List<String> arguments) throws IOException {
        if (!arguments.isEmpty() && arguments.get(0).equals("!")) {
            return code(arguments.subList(1, arguments.size())) == 0 ? 1 : 0;
        }
        return holds(arguments) ? 0 : 1;
    }

    private boolean holds(List<String> arguments) throws IOException {
        return switch (arguments.size()) {
            case 0 -> false;
            case 1 -> !arguments.get(0).isEmpty();
            case 2 -> holds(arguments.get(0), arguments.get(1));
            case 3 -> compare(arguments.get(0), arguments.get(1), arguments.get(2));
            default -> throw new IOException("too many arguments");
        };
    }

    private boolean holds(String operator, String operand) throws IOException {
        return switch (operator) {
            case "-n" -> !operand.isEmpty();
            case "-z" -> operand.isEmpty();
            case "-f" -> Files.isRegularFile(shell.file(operand));
            case "-d" -> Files.isDirectory(shell.file(operand));
            case "-s" -> Files.exists(shell.file(operand)) && Files.size(shell.file(operand)) > 0;
            case "-e", "-r", "-w", "-x" -> Files.exists(shell.file(operand));
            default -> throw new IOException(operator + ": unknown condition");
        };
    }

    private static boolean compare(String left, String operator, String right) throws IOException {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "-eq" -> number(left) == number(right);
            case "-ne" -> number(left) != number(right);
            case "-gt" -> number(left) > number(right);
            case "-ge" -> number(left) >= number(right);
            case "-lt" -> number(left) < number(right);
            case "-le" -> number(left) <= number(right);
            default -> throw new IOException(operator + ": unknown condition");
        };
    }

    static int number(String text) throws IOException {
        if (!text.strip().matches("-?\\d{1,9}")) throw new IOException(text + ": not a number");
        return Integer.parseInt(text.strip());
    }
}
