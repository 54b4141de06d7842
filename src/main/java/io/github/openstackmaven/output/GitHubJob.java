package io.github.openstackmaven.output;

import io.github.openstackmaven.FileProblem;
import io.github.openstackmaven.OpenStackException;
import io.github.openstackmaven.Uninterrupted;
import io.github.openstackmaven.config.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The job of GitHub Actions that a build is a part of, and what it is told: outputs of its step, its summary, errors at the
 * top of its page. Where there is none nothing is told.
 *
 * @param outputs the file of {@code GITHUB_OUTPUT}
 * @param summary the file of {@code GITHUB_STEP_SUMMARY}
 * @param isRunner whether the build's output is read for commands
 */
public record GitHubJob(Optional<String> outputs, Optional<String> summary, boolean isRunner, Redaction redaction) {
    private static final String OUTPUTS = "GITHUB_OUTPUT";
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    /** The one that these environment variables tell of. */
    public static GitHubJob of(Map<String, String> environment, Redaction redaction) {
        return new GitHubJob(
                variable(environment, OUTPUTS),
                variable(environment, SUMMARY),
                variable(environment, "GITHUB_ACTIONS").filter("true"::equals).isPresent(),
                redaction);
    }

    /**
     * Adds the servers to the step's outputs.
     *
     * @throws OpenStackException when the file can't be written
     */
    public void publish(ServerVariables variables) {
        outputs.ifPresent(file -> append(OUTPUTS, file, variables.textToAdd()));
    }

    /**
     * Adds to the summary.
     *
     * @throws OpenStackException when the file can't be written
     */
    public void summarize(Function<Redaction, String> markdown) {
        summary.ifPresent(file -> append(SUMMARY, file, markdown.apply(redaction)));
    }

    /**
     * Adds a failure to the summary.
     *
     * @param what failed
     * @param report the cause in the first line, then what to do
     */
    public void summarizeFailure(String what, String report) {
        summarize(told -> {
            Markdown markdown = new Markdown(told);
            return "**" + markdown.text(what + " failed: " + cause(report)) + "**\n\n"
                    + markdown.paragraph(advice(report));
        });
    }

    /** The line of output by which a failure is shown at the top of the job's page; empty where nobody reads it. */
    public Optional<String> annotation(String report) {
        if (!isRunner) return Optional.empty();
        String told = redaction.told(report);
        return Optional.of("::error title=" + property(cause(told)) + "::" + data(advice(told)));
    }

    private static String cause(String report) {
        return report.lines().findFirst().orElse("");
    }

    // GitHub shows no error without a text.
    private static String advice(String report) {
        List<String> lines = report.strip().lines().toList();
        return lines.size() < 2 ? cause(report) : lines.stream().skip(1).collect(Collectors.joining("\n"));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static void append(String variable, String file, String text) {
        try {
            Uninterrupted.of(() -> Files.write(
                    Path.of(file),
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw unwritable(variable, file, FileProblem.of(Path.of(file), e), e);
        } catch (InvalidPathException e) {
            throw unwritable(variable, file, "it is no path", e);
        }
    }

    private static OpenStackException unwritable(String variable, String file, String why, Exception cause) {
        return new OpenStackException(
                "Cannot write to " + file + ", which is " + variable + ": " + why,
                "Let it name a file that can be written, or unset it. The goal is not touched by it.",
                cause);
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
