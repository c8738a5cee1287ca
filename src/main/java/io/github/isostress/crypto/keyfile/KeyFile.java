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
 * enciphered under a password by {@link KeyFileMain}. Immutable; its text names the
 * file alone.
 */
public final class KeyFile {
    private static final long LARGEST = 1 << 20;

    private final Path file;
    private final String content;

    private KeyFile(Path file, String content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Reads a file, but not yet its keys. Blocks.
     *
     * @throws IllegalArgumentException with one clear sentence that names the file
     */
    public static KeyFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("key file " + file + " does not exist");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(
                        "key file " + file + " has more than " + LARGEST + " bytes: it is no file of keys");
            }
            return new KeyFile(file, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("key file " + file + " is no UTF-8 text", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("key file " + file + " cannot be read", e);
        }
    }

    /** Whether a password is needed. */
    public boolean isEnciphered() {
        return EncipheredText.is(content);
    }

    /**
     * The keys.
     *
     * @param password empty for a file in the clear
     * @param outer keys that the file's keys may be under; they are not among the result
     * @throws IllegalArgumentException with one clear sentence that names the file and shows no digit of a key
     */
    public Keys keys(String password, KeyParity parity, Keys outer) {
        try {
            String text = clear(password);
            SortedMap<Integer, List<String>> lines =
                    text.stripLeading().startsWith("{") ? KeyJson.lines(text) : KeyProperties.lines(text);
            return KeyLines.read(lines, parity, outer);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("key file " + file + ": " + e.getMessage(), e);
        }
    }

    private String clear(String password) {
        if (!isEnciphered()) {
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

    /**
     * The file's text, enciphered under a password.
     *
     * @throws IllegalArgumentException with one clear sentence if it is enciphered already
     */
    public String enciphered(String password) {
        if (isEnciphered()) {
            throw new IllegalArgumentException("key file " + file + " is enciphered already");
        }
        return EncipheredText.encipher(content.getBytes(StandardCharsets.UTF_8), password.toCharArray());
    }

    @Override
    public String toString() {
        return "key file " + file;
    }
}
