package io.github.isostress.crypto.dukpt;

import io.github.isostress.crypto.CipherKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A base derivation key of ANSI X9.24-3:2017, 6.3. */
final class AesBaseKey implements BaseKey {
    private static final int BLOCK = 16;
    private static final byte VERSION = 1;
    private static final int INITIAL_KEY_USAGE = 0x8001;

    private final CipherKey bdk;

    /** That of all keys from which others are derived. */
    private final WorkingKeyType type;

    AesBaseKey(CipherKey bdk) {
        this.bdk = bdk;
        this.type = WorkingKeyType.like(bdk);
    }

    @Override
    public KeyPath pathOf(long initialKeyId) {
        return new Path(initialKeyId);
    }

    /**
     * A key derived from another one, block by block.
     *
     * @param context the last eight bytes of the derivation data
     */
    private static byte[] derived(CipherKey key, int usage, WorkingKeyType type, long context) {
        byte[] blocks = new byte[(type.length() + BLOCK - 1) / BLOCK * BLOCK];
        ByteBuffer data = ByteBuffer.wrap(blocks);
        for (int at = 0; at < blocks.length; at += BLOCK) {
            data.put(VERSION)
                    .put((byte) (at / BLOCK + 1))
                    .putShort((short) usage)
                    .putShort((short) type.indicator())
                    .putShort((short) (type.length() * Byte.SIZE))
                    .putLong(context);
            key.encrypt(blocks, at, blocks, at);
        }
        if (blocks.length == type.length()) {
            return blocks;
        }
        byte[] cut = Arrays.copyOf(blocks, type.length());
        Arrays.fill(blocks, (byte) 0);
        return cut;
    }

    private final class Path extends KeyPath {
        private final long initialKeyId;

        /** The key that derived last, ready for use: most often it derives again. */
        private CipherKey ready;

        private long readyCounter;

        Path(long initialKeyId) {
            super(DukptScheme.AES);
            this.initialKeyId = initialKeyId;
        }

        @Override
        byte[] initialKey() {
            return derived(bdk, INITIAL_KEY_USAGE, type, initialKeyId);
        }

        @Override
        byte[] next(byte[] key, long counter, long nextCounter) {
            return derived(ready(key, counter), WorkingKeyUse.KEY_DERIVATION.aesUsage(), type, context(nextCounter));
        }

        @Override
        byte[] working(byte[] transactionKey, long counter, WorkingKeyUse use, WorkingKeyType wanted) {
            if (wanted.length() > type.length()) {
                throw new IllegalArgumentException("a BDK of " + type + " has no " + wanted
                        + " keys: no key is derived from a shorter one (ANSI X9.24-3)");
            }
            return derived(ready(transactionKey, counter), use.aesUsage(), wanted, context(counter));
        }

        private CipherKey ready(byte[] key, long counter) {
            if (ready == null || readyCounter != counter) {
                ready = CipherKey.aes(key);
                readyCounter = counter;
            }
            return ready;
        }

        private long context(long counter) {
            return initialKeyId << Integer.SIZE | counter;
        }

        @Override
        synchronized void forget() {
            super.forget();
            ready = null;
        }
    }
}
