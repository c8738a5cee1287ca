package io.github.isostress.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** How the four digits of an MTI are written. */
enum MtiForm {
    ASCII("ASCII") {
        @Override
        byte[] of(String mti) {
            return mti.getBytes(StandardCharsets.US_ASCII);
        }
    },
    EBCDIC("EBCDIC") {
        @Override
        byte[] of(String mti) {
            byte[] digits = ASCII.of(mti);
            for (int i = 0; i < digits.length; i++) {
                digits[i] |= (byte) EBCDIC_ZONE;
            }
            return digits;
        }
    },
    BCD("BCD") {
        @Override
        byte[] of(String mti) {
            return HexFormat.of().parseHex(mti);
        }
    };

    private static final int EBCDIC_ZONE = 0xF0;
    private static final int DIGIT = 0x0F;
    private static final int DIGITS = 4;

    private final String words;

    MtiForm(String words) {
        this.words = words;
    }

    /** The bytes of four decimal digits. */
    abstract byte[] of(String mti);

    String words() {
        return words;
    }

    /**
     * An MTI in a message.
     *
     * @param form how it is written
     * @param digits four decimal digits
     */
    record Written(MtiForm form, String digits) {}

    /** The MTI that stands at an offset; empty if none does. */
    static Optional<Written> at(int offset, byte[] message) {
        return Arrays.stream(values())
                .flatMap(form -> form.read(offset, message).stream())
                .findFirst();
    }

    private Optional<Written> read(int offset, byte[] message) {
        int width = this == BCD ? DIGITS / 2 : DIGITS;
        if (offset < 0 || offset + width > message.length) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOfRange(message, offset, offset + width);
        String digits = this == BCD ? HexFormat.of().formatHex(bytes) : lowDigits(bytes);
        return PackagerTrial.isMti(digits) && Arrays.equals(of(digits), bytes)
                ? Optional.of(new Written(this, digits))
                : Optional.empty();
    }

    private static String lowDigits(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        for (byte each : bytes) {
            digits.append(Character.forDigit(each & DIGIT, 16));
        }
        return digits.toString();
    }
}
