package io.github.isostress.vocabulary;

import java.util.Optional;
import java.util.Set;

/**
 * What values of DE 39 mean: two characters in ISO 8583:1987, three digits in ISO 8583:1993, four in ISO 8583:2003.
 * Thread-safe.
 */
public final class ResponseCodes {
    private static final Glossary GLOSSARY = Glossary.of("response-codes.properties");

    private ResponseCodes() {}

    /** All codes that have a meaning in the standard. */
    public static Set<String> all() {
        return GLOSSARY.meanings().keySet();
    }

    /**
     * The meaning, such as {@code Approved} for 00.
     *
     * @param code as it stands in the element, without padding
     * @return empty if the code has none in the standard
     */
    public static Optional<String> meaning(String code) {
        return GLOSSARY.meaning(code);
    }
}
