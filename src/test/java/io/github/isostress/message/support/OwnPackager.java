package io.github.isostress.message.support;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.nio.file.Path;

/** The packager files that stand for a user's own. */
public final class OwnPackager {
    private static final Path FOLDER = Path.of("src/test/resources/packagers");
    private static final Path CASES = Path.of("src/test/resources/cases");

    private OwnPackager() {}

    /** Sub-elements, BER-TLV data, EBCDIC, a user's field class, a third bitmap in DE 65. */
    public static IsoPackager withEverything() {
        return file("own.xml");
    }

    public static IsoPackager withThreeBitmaps() {
        return file("three-bitmaps.xml");
    }

    /** Five bytes before the MTI. */
    public static IsoPackager withHeader() {
        return file("header.xml");
    }

    /** Every place in which BER-TLV data objects may stand. */
    public static IsoPackager withObjects() {
        return file("tlv.xml");
    }

    /** Every way jPOS writes a text. */
    public static IsoPackager withTexts() {
        return file("texts.xml");
    }

    /** A bitmap of EBCDIC digits. */
    public static IsoPackager withEbcdicBitmap() {
        return file("ebcdic-bitmap.xml");
    }

    /** DE 48 has parts with a bitmap. */
    public static IsoPackager withBitmapOfParts() {
        return file("parts-with-bitmap.xml");
    }

    /** One that a user had trouble with. */
    public static IsoPackager ofCase(String file) {
        return Packagers.find(file, CASES::resolve).orElseThrow();
    }

    private static IsoPackager file(String name) {
        return Packagers.find(name, FOLDER::resolve).orElseThrow();
    }
}
