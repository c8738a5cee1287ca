package io.github.isostress.message.tlv;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.iso.ISOUtil;
import org.jpos.tlv.packager.bertlv.BERTLVAsciiHexPackager;
import org.jpos.tlv.packager.bertlv.BERTLVEbcdicHexPackager;

/** How data objects are written in an element: as bytes, or as hex digits in ASCII or EBCDIC. Stateless. */
public enum DataObjectEncoding {
    BYTES(1) {
        @Override
        String text(byte[] sent) {
            throw new IllegalStateException("bytes are no digits");
        }

        @Override
        byte[] bytes(String digits) {
            return HexFormat.of().parseHex(digits);
        }

        @Override
        boolean mayBeDigit(byte first) {
            return true;
        }

        @Override
        public Optional<byte[]> decode(byte[] sent) {
            return Optional.of(sent);
        }
    },
    ASCII_DIGITS(2) {
        @Override
        String text(byte[] sent) {
            return new String(sent, StandardCharsets.ISO_8859_1);
        }

        @Override
        byte[] bytes(String digits) {
            return digits.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        boolean mayBeDigit(byte first) {
            return HexFormat.isHexDigit(first & 0xFF);
        }
    },
    EBCDIC_DIGITS(2) {
        @Override
        String text(byte[] sent) {
            return ISOUtil.ebcdicToAscii(sent);
        }

        @Override
        byte[] bytes(String digits) {
            return ISOUtil.asciiToEbcdic(digits);
        }

        /** Zones of A to F, a to f and digits in EBCDIC. */
        @Override
        boolean mayBeDigit(byte first) {
            int zone = first & 0xF0;
            return zone == 0xF0 || zone == 0xC0 || zone == 0x80;
        }
    };

    private final int width;

    DataObjectEncoding(int width) {
        this.width = width;
    }

    /** The encoding that a field packager writes. */
    public static DataObjectEncoding of(ISOFieldPackager packager) {
        if (packager instanceof ISOMsgFieldPackager composite) {
            if (composite.getISOMsgPackager() instanceof BERTLVAsciiHexPackager) {
                return ASCII_DIGITS;
            }
            if (composite.getISOMsgPackager() instanceof BERTLVEbcdicHexPackager) {
                return EBCDIC_DIGITS;
            }
        }
        return BYTES;
    }

    /** How many bytes of the element each byte of an object takes. */
    public int width() {
        return width;
    }

    abstract String text(byte[] sent);

    abstract byte[] bytes(String digits);

    /** Decodes bytes in this encoding, without trailing blanks; empty if they are in another. */
    public Optional<byte[]> decode(byte[] sent) {
        if (sent.length < 2 || !mayBeDigit(sent[0])) {
            return Optional.empty();
        }
        String digits = text(sent).stripTrailing();
        return isHex(digits) ? Optional.of(HexFormat.of().parseHex(digits)) : Optional.empty();
    }

    /** Most values are not: an exception for each would cost more than all else. */
    private static boolean isHex(String text) {
        int at = 0;
        while (at < text.length() && HexFormat.isHexDigit(text.charAt(at))) {
            at++;
        }
        return at == text.length() && at % 2 == 0;
    }

    /** A quick check that spares most elements the decoding. */
    abstract boolean mayBeDigit(byte first);

    /** Encodes bytes, with the letter case of the digits beside them. */
    byte[] encode(byte[] bytes, byte[] beside) {
        if (this == BYTES) {
            return bytes;
        }
        String digits = HexFormat.of().withUpperCase().formatHex(bytes);
        String others = text(beside);
        boolean isLower = others.chars().anyMatch(Character::isLowerCase)
                && others.chars().noneMatch(Character::isUpperCase);
        return bytes(isLower ? digits.toLowerCase(Locale.ROOT) : digits);
    }
}
