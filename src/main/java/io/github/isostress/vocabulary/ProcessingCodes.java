package io.github.isostress.vocabulary;

import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * What processing codes (DE 3) mean: two digits for the type of transaction, two for the account from which and two for
 * that to which (ISO 8583:1987, annex A). Thread-safe.
 */
public final class ProcessingCodes {
    private static final int DIGITS = 6;
    private static final String UNSPECIFIED = "00";
    private static final Glossary GLOSSARY = Glossary.of("processing-codes.properties");

    private ProcessingCodes() {}

    /**
     * The meaning, such as {@code Cash withdrawal, from savings account} for 011000. An account that is left open is
     * not mentioned, nor one of a type that only the network knows.
     *
     * @param code six digits
     * @return empty if its first two digits have no meaning in the standard
     */
    public static Optional<String> meaning(String code) {
        if (code.length() != DIGITS || !StringUtils.isNumeric(code)) {
            return Optional.empty();
        }
        return GLOSSARY.meaning("type." + code.substring(0, 2))
                .map(type -> type + account("from", code.substring(2, 4)) + account("to", code.substring(4)));
    }

    private static String account(String direction, String type) {
        return type.equals(UNSPECIFIED)
                ? ""
                : GLOSSARY.meaning("account." + type)
                        .map(account -> ", " + direction + " " + account)
                        .orElse("");
    }
}
