package io.github.isostress.crypto.mac;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Cmac;
import java.util.Arrays;

/** A CMAC, cut to a length. */
final class CutCmac implements MessageMac {
    private final Cmac cmac;
    private final int length;

    CutCmac(CipherKey key, int length) {
        this.cmac = new Cmac(key);
        this.length = length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public byte[] of(byte[] data, int from, int to) {
        return Arrays.copyOf(cmac.of(data, from, to), length);
    }
}
