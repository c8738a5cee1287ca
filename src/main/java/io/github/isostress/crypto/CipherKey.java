package io.github.isostress.crypto;

import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A key of 3DES or AES, ready for use: its key schedule is made once. One block is enciphered or deciphered without
 * allocating. Its text, and every exception, tells algorithm, length and check value alone. Immutable and thread-safe.
 */
public final class CipherKey {
    /** Bytes of a check value as people compare it: six hex digits. */
    private static final int CHECK_LENGTH = 3;

    private static final int BITS = 8;
    private static final int DOUBLE_LENGTH = 16;

    private final CipherAlgorithm algorithm;
    private final byte[] key;
    private volatile BlockTransform encryption;
    private volatile BlockTransform decryption;

    private CipherKey(CipherAlgorithm algorithm, byte[] key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    /**
     * A key of 8 (single DES), 16 or 24 bytes, which are copied; parity bits are taken as they are.
     *
     * @throws IllegalArgumentException with one clear sentence if it has another length
     */
    public static CipherKey tdes(byte[] key) {
        if (key.length != 8 && key.length != 16 && key.length != 24) {
            throw new IllegalArgumentException("a 3DES key has 8, 16 or 24 bytes, not " + key.length);
        }
        return new CipherKey(CipherAlgorithm.TDES, key.clone());
    }

    /**
     * A key of 16, 24 or 32 bytes, which are copied.
     *
     * @throws IllegalArgumentException with one clear sentence if it has another length
     */
    public static CipherKey aes(byte[] key) {
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw new IllegalArgumentException("an AES key has 16, 24 or 32 bytes, not " + key.length);
        }
        return new CipherKey(CipherAlgorithm.AES, key.clone());
    }

    private BlockTransform transform(boolean encrypting) {
        return algorithm == CipherAlgorithm.AES
                ? BlockTransform.aes(key, encrypting)
                : BlockTransform.tdes(key, encrypting);
    }

    public CipherAlgorithm algorithm() {
        return algorithm;
    }

    /** In bytes. */
    public int length() {
        return key.length;
    }

    /** A copy of the key's bytes, to derive another key from; the caller clears it. */
    public byte[] bytes() {
        return key.clone();
    }

    /**
     * One half of a 3DES key of double length as a single DES key, as the retail MAC uses them; of a key of 8 bytes,
     * either half is the key itself.
     *
     * @param number 0 for the left half, 1 for the right one
     * @throws IllegalArgumentException with one clear sentence if the key has no halves
     */
    public CipherKey half(int number) {
        if (algorithm != CipherAlgorithm.TDES || key.length > DOUBLE_LENGTH) {
            throw new IllegalArgumentException("a " + size() + " key has no halves; needed is a 128-bit 3DES key");
        }
        if (key.length < DOUBLE_LENGTH) {
            return this;
        }
        int half = DOUBLE_LENGTH / 2;
        return new CipherKey(algorithm, Arrays.copyOfRange(key, number * half, number * half + half));
    }

    /** Enciphers one block; the places may be the same ones. */
    public void encrypt(byte[] in, int inAt, byte[] out, int outAt) {
        encryption().apply(in, inAt, out, outAt);
    }

    /** Deciphers one block; the places may be the same ones. */
    public void decrypt(byte[] in, int inAt, byte[] out, int outAt) {
        decryption().apply(in, inAt, out, outAt);
    }

    /** Made when first needed, since of many derived keys only the halves are used. Two threads may make it at once. */
    private BlockTransform encryption() {
        BlockTransform made = encryption;
        if (made == null) {
            made = transform(true);
            encryption = made;
        }
        return made;
    }

    /** As {@link #encryption}: most derived keys never decipher. */
    private BlockTransform decryption() {
        BlockTransform made = decryption;
        if (made == null) {
            made = transform(false);
            decryption = made;
        }
        return made;
    }

    /**
     * Enciphers each block by itself (ECB, NIST SP 800-38A).
     *
     * @throws IllegalArgumentException with one clear sentence if the data are not whole blocks
     */
    public byte[] encryptEcb(byte[] data) {
        return ecb(encryption(), data);
    }

    /**
     * Deciphers each block by itself (ECB, NIST SP 800-38A).
     *
     * @throws IllegalArgumentException with one clear sentence if the data are not whole blocks
     */
    public byte[] decryptEcb(byte[] data) {
        return ecb(decryption(), data);
    }

    private byte[] ecb(BlockTransform transform, byte[] data) {
        requireWholeBlocks(data);
        byte[] out = new byte[data.length];
        for (int at = 0; at < data.length; at += algorithm.blockLength()) {
            transform.apply(data, at, out, at);
        }
        return out;
    }

    /**
     * Enciphers a chain of blocks (CBC, NIST SP 800-38A).
     *
     * @param iv one block, which stands before the first one
     * @throws IllegalArgumentException with one clear sentence if the data are not whole blocks, or the IV is not one
     */
    public byte[] encryptCbc(byte[] data, byte[] iv) {
        requireWholeBlocks(data);
        requireOneBlock(iv);
        byte[] out = new byte[data.length];
        byte[] before = iv;
        int beforeAt = 0;
        int block = algorithm.blockLength();
        for (int at = 0; at < data.length; at += block) {
            for (int i = 0; i < block; i++) {
                out[at + i] = (byte) (data[at + i] ^ before[beforeAt + i]);
            }
            encrypt(out, at, out, at);
            before = out;
            beforeAt = at;
        }
        return out;
    }

    /**
     * Deciphers a chain of blocks (CBC, NIST SP 800-38A).
     *
     * @param iv one block, which stands before the first one
     * @throws IllegalArgumentException with one clear sentence if the data are not whole blocks, or the IV is not one
     */
    public byte[] decryptCbc(byte[] data, byte[] iv) {
        requireOneBlock(iv);
        byte[] out = decryptEcb(data);
        int block = algorithm.blockLength();
        for (int i = 0; i < out.length; i++) {
            out[i] ^= i < block ? iv[i] : data[i - block];
        }
        return out;
    }

    private void requireWholeBlocks(byte[] data) {
        if (data.length % algorithm.blockLength() != 0) {
            throw new IllegalArgumentException(
                    algorithm + " works on whole blocks of " + Plural.of(algorithm.blockLength(), "byte")
                            + ", but there " + (data.length == 1 ? "is " : "are ") + Plural.of(data.length, "byte"));
        }
    }

    private void requireOneBlock(byte[] iv) {
        if (iv.length != algorithm.blockLength()) {
            throw new IllegalArgumentException("the initial value of " + algorithm + " has "
                    + Plural.of(algorithm.blockLength(), "byte") + ", not " + iv.length);
        }
    }

    /** The key check value as people compare it: six hex digits in upper case. */
    public String checkValue() {
        return checkValue(CHECK_LENGTH);
    }

    /**
     * The key check value in hex digits, upper case: the first bytes of enciphered zeros with 3DES, of the CMAC of a
     * block of zeros with AES (ANSI X9.24-1, annex A).
     *
     * @param bytes how many, 1 to a block's length
     */
    public String checkValue(int bytes) {
        byte[] zeros = new byte[algorithm.blockLength()];
        byte[] value = algorithm == CipherAlgorithm.AES ? new Cmac(this).of(zeros) : encryptEcb(zeros);
        return HexFormat.of().withUpperCase().formatHex(value, 0, bytes);
    }

    private String size() {
        return key.length * BITS + "-bit " + algorithm;
    }

    @Override
    public String toString() {
        return size() + " key with check value " + checkValue();
    }
}
