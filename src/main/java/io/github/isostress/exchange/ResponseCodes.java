package io.github.isostress.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * What values of DE 39 mean: two characters in ISO 8583:1987, three digits in ISO 8583:1993, four in ISO 8583:2003.
 * Thread-safe.
 */
final class ResponseCodes {
    private static final Properties MEANINGS = load();

    private ResponseCodes() {}

    private static Properties load() {
        Properties meanings = new Properties();
        try (InputStream in = ResponseCodes.class.getResourceAsStream("response-codes.properties")) {
            meanings.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the table of response codes cannot be read", e);
        }
        return meanings;
    }

    /** The meaning, or a sentence that says the code has none in the standard. */
    static String meaning(String code) {
        return MEANINGS.getProperty(code, "Response code without a meaning in ISO 8583");
    }
}
