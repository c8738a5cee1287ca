package io.github.isostress.support;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Purchases of one layout, DE 7, 11, 37, 41 and 48 of iso87ascii, and approvals of them, read and written without any
 * codec. DE 48 of an approval is a check value of the request, so that an answer to another request shows.
 */
public final class Purchases {
    /** A purchase whose DE 48 is random, so that each has another check value. */
    public static final String TEMPLATE = """
            0  0200
            7  0101000000
            11 ${__isoStan()}
            37 ${__isoRrn()}
            41 TERM0001
            48 NONCE${__Random(100000000,999999999)}
            """;

    /** The same, to begin with: the host disturbs it in no way. */
    public static final String GREETING = TEMPLATE.replaceAll("NONCE.*", "HELLO");

    private static final byte[] REQUEST_HEAD = ascii("0200" + "0220000008810000");
    private static final byte[] APPROVAL_HEAD = ascii("0210" + "022000000A810000");
    private static final byte[] APPROVED = ascii("00");
    private static final int DE_11 = 30;
    private static final int DE_37 = 36;
    private static final int DE_41 = 48;
    private static final int DE_48 = 59;

    private Purchases() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a message is such a purchase. */
    static boolean isPurchase(byte[] message) {
        return message.length > DE_48
                && Arrays.equals(message, 0, REQUEST_HEAD.length, REQUEST_HEAD, 0, REQUEST_HEAD.length);
    }

    /** Whether a purchase is a {@link #GREETING}. */
    static boolean isGreeting(byte[] purchase) {
        return purchase[DE_48] == 'H';
    }

    /** DE 37 of a purchase. */
    static String rrn(byte[] purchase) {
        return new String(purchase, DE_37, DE_41 - DE_37, StandardCharsets.US_ASCII);
    }

    /** The approval of a purchase, with its check value. */
    static byte[] approval(byte[] purchase) {
        byte[] stanAndRrn = Arrays.copyOfRange(purchase, DE_11, DE_41);
        byte[] nonce = Arrays.copyOfRange(purchase, DE_48, purchase.length);
        return Bytes.join(
                APPROVAL_HEAD,
                Arrays.copyOfRange(purchase, REQUEST_HEAD.length, DE_41),
                APPROVED,
                Arrays.copyOfRange(purchase, DE_41, DE_48 - "000".length()),
                ascii("016"),
                ascii(checkValue(stanAndRrn, nonce)));
    }

    /** What DE 48 of the approval must hold: 16 hex digits. */
    public static String checkValue(String stan, String rrn, String nonce) {
        return checkValue(ascii(stan + rrn), ascii(nonce));
    }

    /** FNV-1a of 64 bits. */
    private static String checkValue(byte[] stanAndRrn, byte[] nonce) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : Bytes.join(stanAndRrn, nonce)) {
            hash = (hash ^ each) * 0x100000001b3L;
        }
        return HexFormat.of().toHexDigits(hash);
    }
}
