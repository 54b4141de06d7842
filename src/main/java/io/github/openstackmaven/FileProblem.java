package io.github.openstackmaven;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Why a file could not be read, written or deleted, in words for people: Java's own are often but a path. */
public final class FileProblem {

    private FileProblem() {}

    /**
     * The error that something can't be done with a file, with why.
     *
     * @param what to it: {@code read}
     * @param advice what the user can do
     */
    public static OpenStackException cannot(String what, Path file, IOException problem, String advice) {
        return new OpenStackException("Cannot " + what + " " + file + ": " + of(file, problem), advice, problem);
    }

    /**
     * The words, as in "access denied"; with the path that they are about where that is another.
     *
     * @param file what was to be read, written or deleted
     */
    public static String of(Path file, IOException problem) {
        if (!(problem instanceof FileSystemException known)) {
            return problem instanceof CharacterCodingException ? "it is not UTF-8" : words(problem);
        }
        String at = Optional.ofNullable(known.getFile())
                .filter(path -> !path.equals(file.toString()))
                .map(path -> " (" + path + ")")
                .orElse("");
        return reason(known) + at;
    }

    private static String reason(FileSystemException problem) {
        if (problem instanceof NoSuchFileException) return "no such file or folder";
        if (problem instanceof AccessDeniedException) return "access denied";
        if (problem instanceof FileAlreadyExistsException) return "a file of that name is in the way";
        if (problem instanceof DirectoryNotEmptyException) return "the folder is not empty";
        if (problem instanceof FileSystemLoopException) return "the link leads back to a folder it is in";
        return Optional.ofNullable(problem.getReason()).orElseGet(() -> words(problem));
    }

    private static String words(IOException problem) {
        return Optional.ofNullable(problem.getMessage())
                .orElseGet(() -> problem.getClass().getSimpleName());
    }
}
