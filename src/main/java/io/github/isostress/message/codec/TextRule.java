package io.github.isostress.message.codec;

import io.github.isostress.words.Plural;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOFieldPackager;

/**
 * Which texts an element may hold: digits, an amount behind its sign, or any text (ISO 8583:1987, 4.3), as far as its
 * field packager reads back what it packs. Immutable and thread-safe.
 */
final class TextRule {
    /** {@code C} or {@code D} in front of digits in the standard's table of data elements, by their numbers. */
    private static final Set<Integer> SIGNED_AMOUNTS = Set.of(28, 29, 30, 31, 97);

    private static final Set<Integer> TRACKS = Set.of(35, 36);
    /** ISO/IEC 7813. */
    private static final int TRACK_2_LENGTH = 37;

    private static final String JPOS = "org.jpos.";

    /** What a field packager's texts are, by its jPOS class. */
    private enum Kind {
        TEXT,
        DIGITS,
        AMOUNT,
        SIGNED_NUMBER
    }

    private final Kind kind;
    private final boolean track;
    private final boolean mayHaveSign;
    private final int fixedLength;
    private final PackedCharacters packed;

    private TextRule(ISOFieldPackager packager, boolean track, boolean signedByNumber) {
        this.kind = kind(packager.getClass());
        this.track = track;
        this.mayHaveSign = kind == Kind.AMOUNT || kind == Kind.DIGITS && signedByNumber;
        this.fixedLength = new ElementNotation(0, packager).isVariable() ? 0 : packager.getLength();
        this.packed = new PackedCharacters(packager);
    }

    /** The rule for a data element. */
    static TextRule ofElement(int number, ISOFieldPackager packager) {
        return new TextRule(packager, TRACKS.contains(number) || isTrack(packager), SIGNED_AMOUNTS.contains(number));
    }

    /** The rule for a sub-element, whose number says nothing. */
    static TextRule ofPart(ISOFieldPackager packager) {
        return new TextRule(packager, isTrack(packager), false);
    }

    /** By its name or, as sub-elements have other names, by the length of track 2, which no other numbers have. */
    private static boolean isTrack(ISOFieldPackager packager) {
        return packager.getLength() == TRACK_2_LENGTH
                || StringUtils.containsIgnoreCase(packager.getDescription(), "TRACK");
    }

    /**
     * jPOS packs letters in numeric elements, too: what it means is told by its own classes' names, not by a user's.
     */
    private static Kind kind(Class<?> type) {
        Kind kind = type.getName().startsWith(JPOS) ? kind(type.getSimpleName().toUpperCase(Locale.ROOT)) : Kind.TEXT;
        return kind != Kind.TEXT || type == ISOFieldPackager.class ? kind : kind(type.getSuperclass());
    }

    private static Kind kind(String name) {
        if (name.contains("SIGNED")) {
            return Kind.SIGNED_NUMBER;
        }
        if (name.endsWith("_AMOUNT")) {
            return Kind.AMOUNT;
        }
        return name.contains("NUM") ? Kind.DIGITS : Kind.TEXT;
    }

    /** Where the digits begin in a text that holds only digits: 0, or 1 behind a sign; else -1. */
    int digitsFrom() {
        return switch (kind) {
            case DIGITS -> 0;
            case AMOUNT -> 1;
            case TEXT, SIGNED_NUMBER -> -1;
        };
    }

    /**
     * Checks a value.
     *
     * @param value not empty
     * @throws IllegalArgumentException with the rule that it breaks, and never the value
     */
    void check(String value) {
        switch (kind) {
            case TEXT -> checkText(value);
            case DIGITS -> checkDigits(value, hasSign(value) ? checkedSign(value) : 0);
            case AMOUNT -> checkDigits(value, checkedSign(value));
            case SIGNED_NUMBER -> checkDigits(value, value.startsWith("-") ? 1 : 0);
        }
    }

    private void checkText(String value) {
        int other = packed.firstOther(value);
        if (other >= 0) {
            throw new IllegalArgumentException("character " + (other + 1) + " of its value is "
                    + (value.charAt(other) > 0xFF
                            ? "outside ISO 8859-1"
                            : "none that " + packed.packagerName() + " can pack"));
        }
    }

    private void checkDigits(String value, int from) {
        if (from == value.length() && from > 0) {
            throw new IllegalArgumentException("has a sign and no digits");
        }
        for (int i = from; i < value.length(); i++) {
            char character = value.charAt(i);
            if ((character < '0' || character > '9') && !isSeparator(character)) {
                boolean trackInBcd = track && character == 'D';
                throw new IllegalArgumentException("is numeric, and character " + (i + 1) + " of its value is no digit"
                        + (trackInBcd ? " (in a track, write = for D)" : ""));
            }
        }
    }

    /** ISO/IEC 7813: what stands between the number and the date; text as it is written, in BCD a nibble. */
    private boolean isSeparator(char character) {
        return track && (character == '=' || character == 'D') && packed.hold(character);
    }

    private boolean hasSign(String value) {
        return mayHaveSign && !value.isEmpty() && isSign(value.charAt(0)) && packed.hold(value.charAt(0));
    }

    private static boolean isSign(char character) {
        return character == 'C' || character == 'D';
    }

    /** Where the digits begin, behind a sign. */
    private int checkedSign(String value) {
        if (!value.isEmpty() && !isSign(value.charAt(0))) {
            throw new IllegalArgumentException("is an amount with a sign, and its value does not begin with C or D");
        }
        if (kind == Kind.DIGITS && fixedLength > value.length()) {
            throw new IllegalArgumentException("has " + value.length() + " of " + Plural.of(fixedLength, "character")
                    + ": zeros would be put in front of its sign, so write all of them");
        }
        return 1;
    }

    /** Whether a text that was read is what the element may hold; jPOS reads letters where digits belong. */
    boolean mayHold(String text) {
        int from = kind == Kind.DIGITS && hasSign(text) ? 1 : digitsFrom();
        for (int i = Math.max(0, from); from >= 0 && i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
