package io.github.isostress.crypto;

/** The cipher-based MAC of NIST SP 800-38B under one key, with 3DES and AES. Immutable and thread-safe. */
public final class Cmac {
    private static final int TDES_POLYNOMIAL = 0x1B;
    private static final int AES_POLYNOMIAL = 0x87;

    private final CipherKey key;
    private final int block;

    /** What is added to a last block that is whole. */
    private final byte[] wholeMask;

    /** What is added to a last block that is filled up. */
    private final byte[] filledMask;

    /** Makes the two subkeys, once for all messages. */
    public Cmac(CipherKey key) {
        this.key = key;
        this.block = key.algorithm().blockLength();
        byte[] enciphered = new byte[block];
        key.encrypt(enciphered, 0, enciphered, 0);
        this.wholeMask = doubled(enciphered);
        this.filledMask = doubled(wholeMask);
    }

    private byte[] doubled(byte[] value) {
        byte[] result = new byte[block];
        for (int i = 0; i < block; i++) {
            int next = i + 1 < block ? (value[i + 1] & 0xFF) >>> 7 : 0;
            result[i] = (byte) (value[i] << 1 | next);
        }
        if (value[0] < 0) {
            result[block - 1] ^= (byte) (key.algorithm() == CipherAlgorithm.AES ? AES_POLYNOMIAL : TDES_POLYNOMIAL);
        }
        return result;
    }

    /** The whole MAC of data of any length, as long as a block. */
    public byte[] of(byte[] data) {
        return of(data, 0, data.length);
    }

    /** The whole MAC of a part of an array, as long as a block. */
    public byte[] of(byte[] data, int from, int to) {
        byte[] state = new byte[block];
        int at = from;
        while (to - at > block) {
            addTo(state, data, at, block);
            key.encrypt(state, 0, state, 0);
            at += block;
        }
        int rest = to - at;
        addTo(state, data, at, rest);
        if (rest < block) {
            state[rest] ^= (byte) 0x80;
        }
        addTo(state, rest < block ? filledMask : wholeMask, 0, block);
        key.encrypt(state, 0, state, 0);
        return state;
    }

    private static void addTo(byte[] state, byte[] data, int from, int length) {
        for (int i = 0; i < length; i++) {
            state[i] ^= data[from + i];
        }
    }
}
