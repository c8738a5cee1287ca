package io.github.isostress.crypto.key;

import io.github.isostress.words.Plural;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Takes the text of a key block apart; one reader for one text. Its sentences show nothing of what is enciphered. */
final class KeyBlockReader {
    private static final int DECIMAL = 10;
    private static final int HEX = 16;
    private static final String ALGORITHMS = "TDAH";
    private static final Set<String> DUKPT_USAGES = Set.of("B0", "B1");
    private static final int BYTE_DIGITS = 2;

    private final String text;
    private int at;

    KeyBlockReader(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException with one clear sentence
     */
    KeyBlock read() {
        requireCharacters();
        KeyBlockVersion version = KeyBlockVersion.of(text.charAt(0))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the key block has the version " + text.charAt(0) + ", but known are A, B, C and D"));
        at = 1;
        requireLength(version, number("the length of the key block", 4, DECIMAL));
        String usage = take(2);
        char algorithm = algorithm(take(1).charAt(0));
        char mode = take(1).charAt(0);
        String keyVersion = take(2);
        char exportability = take(1).charAt(0);
        int count = number("the number of optional blocks", 2, DECIMAL);
        at = KeyBlockHeader.LENGTH;
        KeyBlockHeader header =
                new KeyBlockHeader(version, usage, algorithm, mode, keyVersion, exportability, optionalBlocks(count));
        requireWholeBlocks(version);
        requireNoSerialNumberOfOtherDukpt(header);
        return new KeyBlock(header, text.substring(0, at).getBytes(StandardCharsets.US_ASCII), sealed(version));
    }

    private void requireCharacters() {
        if (text.length() < KeyBlockHeader.LENGTH) {
            throw new IllegalArgumentException(
                    "the key block has " + Plural.of(text.length(), "character") + ", but its header alone has 16");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        "character " + (i + 1) + " of the key block is none of printable ASCII");
            }
        }
    }

    private void requireLength(KeyBlockVersion version, int said) {
        if (said != text.length()) {
            throw new IllegalArgumentException(
                    "the key block has " + Plural.of(text.length(), "character") + ", but its header says " + said);
        }
        if (said % version.blockLength() != 0) {
            throw new IllegalArgumentException("a key block of version " + version + " has a multiple of "
                    + Plural.of(version.blockLength(), "character") + ", but this has " + said);
        }
    }

    private static char algorithm(char letter) {
        if (ALGORITHMS.indexOf(letter) < 0) {
            throw new IllegalArgumentException("the key in the block is for the algorithm " + letter
                    + ", but known are T (3DES), D (DES), A (AES) and H (HMAC)");
        }
        return letter;
    }

    private List<OptionalBlock> optionalBlocks(int count) {
        List<OptionalBlock> blocks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 1; i <= count; i++) {
            OptionalBlock block = optionalBlock(i);
            if (!ids.add(block.id())) {
                throw new IllegalArgumentException("the key block has two optional blocks " + block.id());
            }
            if (!block.id().equals(OptionalBlock.PADDING)) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private OptionalBlock optionalBlock(int number) {
        int start = at;
        String name = "optional block " + number;
        requireRest(name, OptionalBlock.SHORT_HEAD);
        String id = take(2);
        String ofLength = "the length of " + name;
        int length = number(ofLength, BYTE_DIGITS, HEX);
        if (length == 0) {
            requireRest(name, BYTE_DIGITS);
            int digits = number("the length of the length of " + name, BYTE_DIGITS, HEX);
            if (digits < 1 || digits > OptionalBlock.SHORT_HEAD) {
                throw new IllegalArgumentException(
                        ofLength + " has " + Plural.of(digits, "digit") + ", but may have 1 to 4");
            }
            requireRest(name, digits);
            length = number(ofLength, digits, HEX);
        }
        int dataLength = start + length - at;
        if (dataLength < 0) {
            throw new IllegalArgumentException(ofLength + " is " + length + ", which is shorter than its beginning");
        }
        requireRest(name, dataLength);
        return new OptionalBlock(id, take(dataLength));
    }

    private void requireRest(String name, int length) {
        if (at + length > text.length()) {
            throw new IllegalArgumentException(name + " ends behind the end of the key block");
        }
    }

    private void requireWholeBlocks(KeyBlockVersion version) {
        if (at % version.blockLength() != 0) {
            throw new IllegalArgumentException(
                    "header and optional blocks have " + Plural.of(at, "character") + ", but version " + version
                            + " needs a multiple of " + version.blockLength() + ": a PB block has to fill them up");
        }
    }

    private static void requireNoSerialNumberOfOtherDukpt(KeyBlockHeader header) {
        if (header.algorithm() == 'A'
                && DUKPT_USAGES.contains(header.usage())
                && header.optional(OptionalBlock.KEY_SERIAL_NUMBER).isPresent()) {
            throw new IllegalArgumentException(
                    "the key block has a KS block, which is for DUKPT with 3DES, but its key is for AES DUKPT");
        }
    }

    private KeyBlockProtection.Sealed sealed(KeyBlockVersion version) {
        int macAt = text.length() - version.macLength() * BYTE_DIGITS;
        if (macAt - at < version.blockLength() * BYTE_DIGITS
                || (macAt - at) % (version.blockLength() * BYTE_DIGITS) != 0) {
            throw new IllegalArgumentException("between the header and the MAC, a key block of version " + version
                    + " has a multiple of " + version.blockLength() * BYTE_DIGITS + " hex digits, but this has "
                    + Math.max(0, macAt - at));
        }
        for (int i = at; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                throw new IllegalArgumentException("character " + (i + 1) + " of the key block is no hex digit");
            }
        }
        HexFormat hex = HexFormat.of();
        return new KeyBlockProtection.Sealed(
                hex.parseHex(text.substring(at, macAt)), hex.parseHex(text.substring(macAt)));
    }

    private int number(String what, int digits, int radix) {
        String number = take(digits);
        for (int i = 0; i < digits; i++) {
            if (number.charAt(i) > 'F' || Character.digit(number.charAt(i), radix) < 0) {
                throw new IllegalArgumentException(
                        what + " is not " + digits + " " + (radix == HEX ? "hex digits" : "digits"));
            }
        }
        return Integer.parseInt(number, radix);
    }

    private String take(int length) {
        at += length;
        return text.substring(at - length, at);
    }
}
