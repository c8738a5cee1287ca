package io.github.isostress.crypto.keyfile;

import io.github.isostress.crypto.key.KeyLines;
import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.Keys;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/**
 * A file of keys outside the plan: properties ({@code NAME=USE ...}), plain lines, or a JSON object, in the clear or
 * enciphered under a password by {@link KeyFileMain}. Stateless and thread-safe.
 */
public final class KeyFile {
    private static final long LARGEST = 1 << 20;

    private KeyFile() {}

    /**
     * The keys of a file.
     *
     * @param password empty for a file in the clear
     * @param outer keys that the file's keys may be under; they are not among the result
     * @throws IllegalArgumentException with one clear sentence that names the file and shows no digit of a key
     */
    public static Keys read(Path file, String password, KeyParity parity, Keys outer) {
        String content = content(file);
        try {
            String text = clear(content, password);
            SortedMap<Integer, List<String>> lines =
                    text.stripLeading().startsWith("{") ? KeyJson.lines(text) : KeyProperties.lines(text);
            return KeyLines.read(lines, parity, outer);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key file " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The text of a file.
     *
     * @throws IllegalArgumentException with one clear sentence that names the file
     */
    static String content(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("key file " + file + " does not exist");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(
                        "key file " + file + " has more than " + LARGEST + " bytes: it is no file of keys");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("key file " + file + " is no UTF-8 text", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("key file " + file + " cannot be read", e);
        }
    }

    private static String clear(String content, String password) {
        if (!EncipheredText.is(content)) {
            if (!password.isEmpty()) {
                throw new IllegalArgumentException("a password is given, but the file is not enciphered");
            }
            return content;
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("the file is enciphered, but no password is given");
        }
        return new String(EncipheredText.decipher(content, password.toCharArray()), StandardCharsets.UTF_8);
    }
}
