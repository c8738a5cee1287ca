package io.github.isostress.crypto.mac;

import io.github.isostress.crypto.CipherKey;
import java.util.Arrays;

/**
 * Algorithm 3 of ISO 9797-1, the retail MAC: a chain under the left half of a double-length DES key, whose last block is
 * deciphered with the right half and enciphered with the left one. With zeros as padding it is the MAC of ANSI X9.19.
 */
final class RetailMac implements MessageMac {
    private final CipherKey left;
    private final CipherKey right;
    private final CbcMac chain;
    private final int length;

    RetailMac(CipherKey key, MacPadding padding, int length) {
        this.left = key.half(0);
        this.right = key.half(1);
        this.chain = new CbcMac(left, padding, length);
        this.length = length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public byte[] of(byte[] data, int from, int to) {
        byte[] last = chain.chain(data, from, to);
        right.decrypt(last, 0, last, 0);
        left.encrypt(last, 0, last, 0);
        return Arrays.copyOf(last, length);
    }
}
