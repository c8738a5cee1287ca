package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.words.Plural;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key under another one as TR-31 and ANSI X9.143 have it, versions A to D: header, enciphered key, MAC over both.
 * Immutable; its text tells the header alone.
 */
public final class KeyBlock {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 8;
    private static final int LENGTH_FIELD = 2;
    private static final int DIGITS_OF_BYTE = 2;
    private static final int LONGEST_TDES = 24;
    private static final int LONGEST_AES = 32;

    private final KeyBlockHeader header;
    private final byte[] headerBytes;
    private final KeyBlockProtection.Sealed sealed;

    KeyBlock(KeyBlockHeader header, byte[] headerBytes, KeyBlockProtection.Sealed sealed) {
        this.header = header;
        this.headerBytes = headerBytes;
        this.sealed = sealed;
    }

    /**
     * Reads the text of a block; nothing is verified or deciphered yet.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static KeyBlock read(String text) {
        return new KeyBlockReader(text).read();
    }

    /** What the block says of its key. */
    public KeyBlockHeader header() {
        return header;
    }

    /**
     * The key for a use: verified, then read. Blocks that hide the key's length and blocks that do not are taken alike.
     *
     * @throws IllegalArgumentException with one clear sentence if the usage does not fit the use, the KBPK cannot have
     *     protected this version, the MAC is wrong, or what is enciphered is no key
     */
    public CipherKey open(CipherKey kbpk, KeyUse use) {
        KeyBlockUsage.require(use, header);
        byte[] clear = header.version()
                .under(kbpk)
                .open(headerBytes, sealed)
                .orElseThrow(() -> new IllegalArgumentException(wrongMac(kbpk)));
        try {
            CipherKey key = key(clear);
            requireCheckValue(key);
            return key;
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private String wrongMac(CipherKey kbpk) {
        Optional<KeyBlockCheckValue> made =
                header.optional(OptionalBlock.KBPK_CHECK_VALUE).flatMap(KeyBlockCheckValue::read);
        String wrong = "the MAC of the key block is wrong: ";
        return made.isPresent() && !made.get().fits(kbpk)
                ? wrong + "it was made under a key with check value "
                        + made.get().digits() + ", but the one named is a " + kbpk
                : wrong + "the block was changed, or made under another key than the " + kbpk;
    }

    private CipherKey key(byte[] clear) {
        int bits = (clear[0] & 0xFF) << BITS | clear[1] & 0xFF;
        int length = bits / BITS;
        if (bits % BITS != 0 || length > clear.length - LENGTH_FIELD) {
            throw new IllegalArgumentException("the length of the key in the block is " + Plural.of(bits, "bit")
                    + ", but the block has " + Plural.of(clear.length - LENGTH_FIELD, "byte") + " for it");
        }
        byte[] bytes = Arrays.copyOfRange(clear, LENGTH_FIELD, LENGTH_FIELD + length);
        try {
            return header.cipherAlgorithm().key(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private void requireCheckValue(CipherKey key) {
        header.optional(OptionalBlock.CHECK_VALUE)
                .flatMap(KeyBlockCheckValue::read)
                .ifPresent(said -> {
                    if (!said.fits(key)) {
                        throw new IllegalArgumentException(
                                "the key block says the check value " + said.digits() + ", but its key is a " + key);
                    }
                });
    }

    /**
     * The text of a block of a key: its length hidden, filled up with random bytes.
     *
     * @throws IllegalArgumentException with one clear sentence if the KBPK cannot protect the header's version
     */
    public static String write(KeyBlockHeader header, CipherKey key, CipherKey kbpk) {
        KeyBlockVersion version = header.version();
        KeyBlockProtection protection = version.under(kbpk);
        byte[] clear = keyData(key, version.blockLength());
        int behind = (clear.length + version.macLength()) * DIGITS_OF_BYTE;
        String text = header.text(behind);
        KeyBlockProtection.Sealed sealed = protection.seal(text.getBytes(StandardCharsets.US_ASCII), clear);
        Arrays.fill(clear, (byte) 0);
        return text + HEX.formatHex(sealed.enciphered()) + HEX.formatHex(sealed.mac());
    }

    private static byte[] keyData(CipherKey key, int block) {
        int longest = key.algorithm() == CipherAlgorithm.AES ? LONGEST_AES : LONGEST_TDES;
        byte[] data = new byte[(LENGTH_FIELD + longest + block - 1) / block * block];
        RANDOM.nextBytes(data);
        int bits = key.length() * BITS;
        data[0] = (byte) (bits >> BITS);
        data[1] = (byte) bits;
        byte[] bytes = key.bytes();
        System.arraycopy(bytes, 0, data, LENGTH_FIELD, bytes.length);
        Arrays.fill(bytes, (byte) 0);
        return data;
    }

    @Override
    public String toString() {
        return "key block of version " + header.version() + ", usage " + header.usage() + ", algorithm "
                + header.algorithm();
    }
}
