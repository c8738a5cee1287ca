package io.github.isostress.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What a key does to one block in one direction: one engine of AES or single DES, or three of DES one after the other.
 * The engines of Bouncy Castle 1.86 keep nothing of a block in their fields, so that all threads may use them at once.
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
        int last = key.length - DES_KEY;
        if (last == 0) {
            return new BlockTransform(des(key, 0, encrypting));
        }
        int third = last == DES_KEY ? 0 : last;
        return new BlockTransform(
                des(key, encrypting ? 0 : third, encrypting),
                des(key, DES_KEY, !encrypting),
                des(key, encrypting ? third : 0, encrypting));
    }

    private static BlockCipher des(byte[] key, int from, boolean encrypting) {
        byte[] part = Arrays.copyOfRange(key, from, from + DES_KEY);
        BlockCipher engine = new DESEngine();
        engine.init(encrypting, new KeyParameter(part));
        Arrays.fill(part, (byte) 0);
        return engine;
    }

    /** The places may be the same ones. */
    void apply(byte[] in, int inAt, byte[] out, int outAt) {
        engines[0].processBlock(in, inAt, out, outAt);
        for (int i = 1; i < engines.length; i++) {
            engines[i].processBlock(out, outAt, out, outAt);
        }
    }
}
