package io.github.isostress.crypto.mac;

import io.github.isostress.crypto.CipherKey;
import java.util.Arrays;

/**
 * Algorithm 1 of ISO 9797-1: the last block of a chain of enciphered blocks. With a single DES key and zeros as padding
 * it is the MAC of ANSI X9.9 (ISO 8731-1).
 */
final class CbcMac implements MessageMac {
    private final CipherKey key;
    private final MacPadding padding;
    private final int length;
    private final int block;

    CbcMac(CipherKey key, MacPadding padding, int length) {
        this.key = key;
        this.padding = padding;
        this.length = length;
        this.block = key.algorithm().blockLength();
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public byte[] of(byte[] data, int from, int to) {
        return Arrays.copyOf(chain(data, from, to), length);
    }

    /** The last block of the chain, whole. */
    byte[] chain(byte[] data, int from, int to) {
        byte[] state = new byte[block];
        int at = from;
        while (to - at >= block) {
            add(data, at, block, state);
            key.encrypt(state, 0, state, 0);
            at += block;
        }
        add(data, at, to - at, state);
        if (padding.closes(state, to - at, to - from)) {
            key.encrypt(state, 0, state, 0);
        }
        return state;
    }

    private static void add(byte[] data, int from, int length, byte[] state) {
        for (int i = 0; i < length; i++) {
            state[i] ^= data[from + i];
        }
    }
}
