package io.github.isostress.message.codec;

import io.github.isostress.words.Plural;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/**
 * An element's format in the notation of ISO 8583:1987, 4.3: {@code n 6}, {@code n..19}, {@code ans..999}, {@code x+n
 * 8}, {@code z..37}, {@code b 8}, lengths of binary data in bytes. A jPOS packager does not say which characters a text
 * may hold, so every text is {@code ans}. The notation is taken from the class names, which users' classes copy from
 * jPOS. Immutable.
 *
 * @param number the element's number
 * @param packager writes it
 */
public record ElementNotation(int number, ISOFieldPackager packager) {
    private static final Pattern CLASS_NAME = Pattern.compile("IF(\\w*?)_(?:F|T+)?(L{0,6})(H?)\\w*");
    private static final int HIGHEST_PART = 192;

    /** How a variable length is written in front of a value. */
    public enum LengthPrefix {
        ASCII("ASCII digits"),
        BCD("BCD digits"),
        BINARY("a binary number"),
        EBCDIC("EBCDIC digits");

        private final String words;

        LengthPrefix(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The format, and what the element is made of. */
    public String text() {
        String made = madeOf();
        return format() + (made.isEmpty() ? "" : ", " + made);
    }

    /** The format alone. */
    public String format() {
        return letters() + (isVariable() ? ".." : " ") + length();
    }

    /** {@code BER-TLV}, {@code 12 parts}, or empty. */
    public String madeOf() {
        if (!(packager instanceof ISOMsgFieldPackager composite)) {
            return "";
        }
        if (composite.getISOMsgPackager() instanceof BERTLVPackager) {
            return "BER-TLV";
        }
        return composite.getISOMsgPackager() instanceof ISOBasePackager inner ? parts(inner) : "made of parts";
    }

    private static String parts(ISOBasePackager inner) {
        long parts = IntStream.rangeClosed(0, HIGHEST_PART)
                .mapToObj(inner::getFieldPackager)
                .filter(part -> part != null && !(part instanceof ISOBitMapPackager) && part.getLength() > 0)
                .count();
        return Plural.of(parts, "part");
    }

    /** How the length is written; empty if it is fixed, or if the class name does not tell. */
    public Optional<LengthPrefix> lengthPrefix() {
        Matcher name = className();
        if (name == null || name.group(2).isEmpty()) {
            return Optional.empty();
        }
        return switch (name.group(1)) {
            case "A" -> Optional.of(LengthPrefix.ASCII);
            case "B" -> Optional.of(name.group(3).isEmpty() ? LengthPrefix.BCD : LengthPrefix.BINARY);
            case "E" -> Optional.of(LengthPrefix.EBCDIC);
            default -> Optional.empty();
        };
    }

    boolean isVariable() {
        Matcher name = className();
        return name != null && !name.group(2).isEmpty();
    }

    /** The first name, from the packager's class upwards, that follows jPOS's pattern; null if none does. */
    private Matcher className() {
        for (Class<?> type = plain().getClass(); type != ISOFieldPackager.class; type = type.getSuperclass()) {
            Matcher name = CLASS_NAME.matcher(type.getSimpleName().toUpperCase(Locale.ROOT));
            if (name.matches()) {
                return name;
            }
        }
        return null;
    }

    private ISOFieldPackager plain() {
        return GuardedPackager.unwrap(
                packager instanceof ISOMsgFieldPackager composite ? composite.getISOFieldPackager() : packager);
    }

    private String letters() {
        if (plain().createComponent(number) instanceof ISOBinaryField) {
            return "b";
        }
        if (isTrack()) {
            return "z";
        }
        return switch (ElementFormat.ofElement(number, packager).digitsFrom()) {
            case 0 -> "n";
            case 1 -> "x+n";
            default -> "ans";
        };
    }

    /** ISO 8583:1987, table 2: tracks 2 and 3. */
    private boolean isTrack() {
        String name = packager.getDescription();
        return (number == 35 || number == 36)
                && name != null
                && name.toUpperCase(Locale.ROOT).contains("TRACK");
    }

    /** The sign of an amount is not counted (ISO 8583:1987, 4.3). */
    private int length() {
        return plain().getLength() - (letters().equals("x+n") ? 1 : 0);
    }
}
