package io.github.isostress.crypto;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What a key does to one block in one direction: one engine of AES or single DES, or three of DES one after the other.
 * The engines, Bouncy Castle's 1.86, keep nothing of a block in their fields, so that all threads may use them at once.
 */
final class BlockTransform {
    private static final int DES_KEY = 8;

    private final BlockCipher[] engines;

    private BlockTransform(BlockCipher... engines) {
        this.engines = engines;
    }

    static BlockTransform aes(byte[] key, boolean encrypting) {
        BlockCipher engine = AESEngine.newInstance();
        engine.init(encrypting, new KeyParameter(key));
        return new BlockTransform(engine);
    }

    /** For keys of 8, 16 or 24 bytes; the third key of 16 bytes is the first. */
    static BlockTransform tdes(byte[] key, boolean encrypting) {
        SingleDes first = new SingleDes(key, 0, encrypting);
        if (key.length == DES_KEY) {
            return new BlockTransform(first);
        }
        SingleDes second = new SingleDes(key, DES_KEY, !encrypting);
        SingleDes third = key.length == 2 * DES_KEY ? first : new SingleDes(key, 2 * DES_KEY, encrypting);
        return encrypting ? new BlockTransform(first, second, third) : new BlockTransform(third, second, first);
    }

    /** The places may be the same ones. */
    void apply(byte[] in, int inAt, byte[] out, int outAt) {
        engines[0].processBlock(in, inAt, out, outAt);
        for (int i = 1; i < engines.length; i++) {
            engines[i].processBlock(out, outAt, out, outAt);
        }
    }
}
