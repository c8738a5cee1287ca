package io.github.isostress.crypto.key;

import java.util.Locale;

/**
 * An optional block in the header of a key block (X9.143, 6.3.6). Immutable.
 *
 * @param id two characters, such as KS (key serial number), KC (check value of the key), KP (of the KBPK), HM (hash of
 *     HMAC), PB (padding)
 * @param data printable ASCII as it stands in the block
 */
public record OptionalBlock(String id, String data) {
    /** The serial number of a key of DUKPT with 3DES. */
    static final String KEY_SERIAL_NUMBER = "KS";

    /** The check value of the key in the block. */
    static final String CHECK_VALUE = "KC";

    /** The check value of the KBPK. */
    static final String KBPK_CHECK_VALUE = "KP";

    /** Fills the header up to whole cipher blocks. */
    static final String PADDING = "PB";

    /** Identifier and length. */
    static final int SHORT_HEAD = 4;

    private static final int LONGEST_SHORT = 0xFF;

    /** Identifier, 00, the length of the length, the length. */
    private static final int LONG_HEAD = 10;

    /** As it stands in a header, with its length in hex digits: two, or 00, 04 and four. */
    String text() {
        int length = SHORT_HEAD + data.length();
        return length <= LONGEST_SHORT
                ? String.format(Locale.ROOT, "%s%02X%s", id, length, data)
                : String.format(Locale.ROOT, "%s0004%04X%s", id, LONG_HEAD + data.length(), data);
    }
}
