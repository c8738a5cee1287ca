package io.github.isostress.vocabulary;

import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * What POS entry modes (DE 22) mean in ISO 8583:1987: two digits for how the card number came in, one for whether a PIN can
 * be entered. Thread-safe.
 */
public final class PosEntryModes {
    private static final int DIGITS = 3;
    private static final Glossary GLOSSARY = Glossary.of("pos-entry-modes.properties");

    private PosEntryModes() {}

    /**
     * The meaning, such as {@code Chip, PIN can be entered} for 051. Whether a PIN can be entered is not mentioned if it is
     * left open, or if only the network knows.
     *
     * @param code three digits
     * @return empty if its first two digits have no meaning in the standard, nor in one of the large card networks
     */
    public static Optional<String> meaning(String code) {
        if (code.length() != DIGITS || !StringUtils.isNumeric(code)) {
            return Optional.empty();
        }
        return GLOSSARY.meaning("entry." + code.substring(0, 2))
                .map(entry -> entry
                        + GLOSSARY.meaning("pin." + code.substring(2))
                                .map(", "::concat)
                                .orElse(""));
    }
}
