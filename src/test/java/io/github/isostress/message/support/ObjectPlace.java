package io.github.isostress.message.support;

import static io.github.isostress.message.support.Messages.hex;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import java.nio.charset.StandardCharsets;
import org.jpos.iso.ISOUtil;

/** Where BER-TLV data objects stand in a message of {@link OwnPackager#withObjects}, and how they are written there. */
public enum ObjectPlace {
    IC_CARD_DATA("55"),
    PACKAGER_OF_OBJECTS("56"),
    PACKAGER_OF_ASCII_DIGITS("57"),
    PACKAGER_OF_EBCDIC_DIGITS("58"),
    TEXT("60"),
    EBCDIC_TEXT("61"),
    PRIVATE_BYTES("104"),
    PART("48.2"),
    PART_WITH_PACKAGER("48.3"),
    PART_OF_ASCII_DIGITS("48.4");

    public static final IsoPackager PACKAGER = OwnPackager.withObjects();

    private final String path;

    ObjectPlace(String path) {
        this.path = path;
    }

    /** The path of the element or part. */
    public String path() {
        return path;
    }

    /** Whether the place is for objects alone, by its number or its packager. */
    public boolean isForObjects() {
        return switch (this) {
            case TEXT, EBCDIC_TEXT, PRIVATE_BYTES, PART -> false;
            default -> true;
        };
    }

    /** A message with these objects. */
    public byte[] message(byte[] objects) throws FailureException {
        String value = this == PACKAGER_OF_EBCDIC_DIGITS ? hex(ISOUtil.asciiToEbcdic(hex(objects))) : hex(objects);
        return path.startsWith("48")
                ? Messages.message(PACKAGER, lines("48 " + parts(objects)))
                : Messages.message(PACKAGER, lines(path + " " + value));
    }

    private static String[] lines(String line) {
        return new String[] {"0 0200", "11 000001", "39 00", line, "128 0102030405060708"};
    }

    private String parts(byte[] objects) {
        String none = hex(ascii("0000"));
        String length = hex(ascii("%04d".formatted(objects.length))) + hex(objects);
        String digits = hex(ascii("%04d".formatted(2 * objects.length))) + hex(ascii(hex(objects)));
        String bcd = "%04d".formatted(objects.length) + hex(objects);
        return hex(ascii("KIND"))
                + (this == PART ? length : none)
                + (this == PART_WITH_PACKAGER ? bcd : "0000")
                + (this == PART_OF_ASCII_DIGITS ? digits : none)
                + hex(ascii("TAIL"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
