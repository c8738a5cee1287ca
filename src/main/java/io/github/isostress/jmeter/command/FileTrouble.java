package io.github.isostress.jmeter.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Tells in one sentence why a file could not be read or written: Java's own message is often its name alone. */
final class FileTrouble {
    private FileTrouble() {}

    /** The sentence. */
    static String sentence(IOException trouble) {
        if (trouble instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file, or no such folder";
        }
        if (trouble instanceof AccessDeniedException denied) {
            return denied.getFile() + ": this user may not read or write there";
        }
        if (trouble instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is a file, not a folder";
        }
        if (trouble instanceof FileSystemException other && other.getReason() != null) {
            return other.getFile() + " cannot be read or written: " + other.getReason();
        }
        if (trouble instanceof CharacterCodingException) {
            return "A text has characters that the encoding of its file does not have";
        }
        return "A file cannot be read or written: " + trouble.getMessage();
    }
}
