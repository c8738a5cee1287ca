package io.github.isostress.message.support;

import static io.github.isostress.message.support.LargeContent.SIZE;
import static io.github.isostress.message.support.LargeContent.digits;
import static io.github.isostress.message.support.LargeContent.hex;
import static io.github.isostress.message.support.LargeContent.joined;
import static io.github.isostress.message.support.LargeContent.nested;
import static io.github.isostress.message.support.LargeContent.repeated;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.jpos.iso.ISOUtil;

/** Answers of about 64 KB that are of no use, each different behind its STAN. */
public enum LargeAnswer {
    /** A template in a template in a template, to the end. */
    NESTED_TEMPLATES(55, () -> nested(0xE1)),
    NESTED_TEMPLATES_FOR_A_PACKAGER(56, () -> nested(0x70)),
    NESTED_TEMPLATES_IN_DIGITS(57, () -> digits(nested(0xE1, SIZE / 2))),
    NESTED_TEMPLATES_IN_PRIVATE_BYTES(104, () -> nested(0xE1)),
    /** jPOS itself reads these. */
    NESTED_TEMPLATES_BEHIND_A_PART(62, () -> joined("AB".getBytes(StandardCharsets.ISO_8859_1), nested(0xE1))),
    NESTED_VALUES(55, () -> nested(0xC1)),
    NESTED_SHORT_TEMPLATES_SIDE_BY_SIDE(55, () -> repeated("E106E104E102E100")),
    EMPTY_TAGS(55, () -> repeated("9C00")),
    TAGS_OF_ONE_BYTE(55, () -> repeated("950100")),
    TINY_DATA_SETS(104, () -> repeated("0100029C00")),
    TINY_TAGS_IN_DIGITS(60, () -> digits(Arrays.copyOf(repeated("9C00"), SIZE / 2))),
    TINY_TAGS_IN_TEXT(60, () -> repeated("4100")),
    SECRET_TAGS(55, () -> repeated("5701AA")),
    DAMAGED_SECRET_TAGS(55, () -> joined(new byte[] {0x57}, repeated("574C"))),
    FILLING(55, () -> new byte[SIZE]),
    FILLING_OF_FF(104, () -> repeated("FF")),
    TAGGED_PARTS(48, () -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; i < 100; i++) {
            out.writeBytes("%02d99".formatted(i).getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(Arrays.copyOf(repeated("41"), 99));
        }
        return out.toByteArray();
    }),
    MANY_PARTS(63, () -> repeated("5A30")),
    PARTS_IN_PARTS(61, () -> {
        byte[] inside = "00001A".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 12; i++) {
            inside = joined("%06d".formatted(inside.length).getBytes(StandardCharsets.ISO_8859_1), inside);
        }
        return inside;
    }),
    LETTERS(60, () -> repeated("412042")),
    BLANKS(60, () -> repeated("20")),
    DIGITS(60, () -> repeated("343736313733393030313031303131392031")),
    CARD_NUMBERS(60, () -> repeated(hex("4761739001010119 "))),
    RUN_OF_CARD_NUMBERS(60, () -> repeated(hex("4761739001010119"))),
    TRACKS(60, () -> repeated(hex("4761739001010119=2812201^A/B^ "))),
    TRACKS_IN_BYTES(104, () -> repeated("4761739001010119D2812201FF")),
    CONTROL_CHARACTERS(60, () -> repeated("000A0D1B")),
    EBCDIC(120, () -> Arrays.copyOf(repeated("F4F7F6F1F7F3F9F0F0F1F0F1F0F1F1F940"), 9_999)),
    RESPONSE_CODE(39, () -> repeated("3030")),
    RANDOM_BYTES(104, () -> {
        byte[] bytes = new byte[SIZE];
        new Random(11).nextBytes(bytes);
        return bytes;
    });

    private final int element;
    private final Supplier<byte[]> content;

    LargeAnswer(int element, Supplier<byte[]> content) {
        this.element = element;
        this.content = content;
    }

    /** The packager file that defines its element. */
    public static Path packagerFile() {
        return Path.of("src/test/resources/packagers/large.xml").toAbsolutePath();
    }

    /** The packager that defines its element. */
    public static IsoPackager packager() {
        return Packagers.find(packagerFile().toString(), Path::of).orElseThrow();
    }

    /** The message, MTI 0810, DE 11 000001. */
    public byte[] message() {
        byte[] content = this.content.get();
        byte[] bitmap = new byte[16];
        bitmap[0] = (byte) 0x80;
        announce(bitmap, 11);
        announce(bitmap, element);
        String length = (element == 120 ? "%04d" : "%06d").formatted(content.length);
        return joined(
                "0810".getBytes(StandardCharsets.ISO_8859_1),
                bitmap,
                "000001".getBytes(StandardCharsets.ISO_8859_1),
                element == 120 ? ISOUtil.asciiToEbcdic(length) : length.getBytes(StandardCharsets.ISO_8859_1),
                content);
    }

    private static void announce(byte[] bitmap, int element) {
        bitmap[(element - 1) / 8] |= (byte) (0x80 >> (element - 1) % 8);
    }
}
