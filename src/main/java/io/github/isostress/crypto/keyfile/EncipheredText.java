package io.github.isostress.crypto.keyfile;

import io.github.isostress.words.Plural;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A text under a password: a first line with format, rounds and salt, then Base64 of nonce and enciphered text. The key
 * of AES-256 in GCM, which verifies both, is made by PBKDF2 with HMAC-SHA-256 (RFC 8018). Stateless and thread-safe.
 */
final class EncipheredText {
    private static final String FORMAT = "iso-stress-keys";
    private static final Pattern FIRST_LINE = Pattern.compile(FORMAT + " 1 pbkdf2-hmac-sha256 (\\d{1,8}) (\\S+)");
    private static final int ROUNDS = 600_000;
    private static final int FEWEST_ROUNDS = 10_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private EncipheredText() {}

    /** Whether a text is one under a password. */
    static boolean is(String text) {
        return text.startsWith(FORMAT);
    }

    /** Another text each time. */
    static String encipher(byte[] clear, char[] password) {
        byte[] salt = random(SALT_LENGTH);
        byte[] nonce = random(NONCE_LENGTH);
        String firstLine = FORMAT + " 1 pbkdf2-hmac-sha256 " + ROUNDS + " "
                + Base64.getEncoder().encodeToString(salt);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(password, salt, ROUNDS), nonce, firstLine);
            byte[] enciphered = cipher.doFinal(clear);
            byte[] body = Arrays.copyOf(nonce, NONCE_LENGTH + enciphered.length);
            System.arraycopy(enciphered, 0, body, NONCE_LENGTH, enciphered.length);
            return firstLine + "\n"
                    + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(body) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM or PBKDF2", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * @throws IllegalArgumentException with one clear sentence if the password is another one, or the text was changed
     */
    static byte[] decipher(String text, char[] password) {
        String firstLine = text.lines().findFirst().orElse("").strip();
        Matcher matcher = FIRST_LINE.matcher(firstLine);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("its first line is none that this version writes");
        }
        int rounds = Integer.parseInt(matcher.group(1));
        if (rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("its first line says " + Plural.of(rounds, "round") + ", but there are "
                    + FEWEST_ROUNDS + " to " + MOST_ROUNDS);
        }
        try {
            byte[] salt = Base64.getDecoder().decode(matcher.group(2));
            byte[] body = Base64.getMimeDecoder().decode(text.substring(text.indexOf(firstLine) + firstLine.length()));
            byte[] nonce = Arrays.copyOf(body, NONCE_LENGTH);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key(password, salt, rounds), nonce, firstLine);
            return cipher.doFinal(body, NONCE_LENGTH, Math.max(0, body.length - NONCE_LENGTH));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the password is another one, or the file was changed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM or PBKDF2", e);
        }
    }

    private static SecretKey key(char[] password, byte[] salt, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, KEY_BITS);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        SecretKeySpec made = new SecretKeySpec(key, "AES");
        Arrays.fill(key, (byte) 0);
        return made;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String firstLine)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(firstLine.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
