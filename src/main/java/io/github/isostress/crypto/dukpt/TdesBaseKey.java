package io.github.isostress.crypto.dukpt;

import io.github.isostress.crypto.CipherKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A base derivation key of ANSI X9.24-1:2009, annex A. */
final class TdesBaseKey implements BaseKey {
    private static final int LENGTH = 16;
    private static final int HALF = 8;

    /** What is added to each half of a key to derive the other half of the next key. */
    private static final long OTHER_HALF = 0xC0C0C0C0_00000000L;

    private final CipherKey left;
    private final CipherKey right;

    TdesBaseKey(CipherKey bdk) {
        if (bdk.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "the BDK of " + DukptScheme.TDES + " has 16 bytes, this one has " + bdk.length());
        }
        this.left = bdk;
        ByteBuffer varied = ByteBuffer.wrap(bdk.bytes());
        addToHalves(varied, OTHER_HALF);
        this.right = CipherKey.tdes(varied.array());
        Arrays.fill(varied.array(), (byte) 0);
    }

    private static void addToHalves(ByteBuffer key, long variant) {
        key.putLong(0, key.getLong(0) ^ variant);
        key.putLong(HALF, key.getLong(HALF) ^ variant);
    }

    @Override
    public KeyPath pathOf(long initialKeyId) {
        return new Path(initialKeyId);
    }

    private final class Path extends KeyPath {
        private final long initialKeyId;

        Path(long initialKeyId) {
            super(DukptScheme.TDES);
            this.initialKeyId = initialKeyId;
        }

        /** Made of the first eight bytes of the KSN, in which five bits are of the counter. */
        @Override
        byte[] initialKey() {
            ByteBuffer key = ByteBuffer.allocate(LENGTH);
            long begin = initialKeyId << 5;
            key.putLong(begin).putLong(begin);
            left.encrypt(key.array(), 0, key.array(), 0);
            right.encrypt(key.array(), HALF, key.array(), HALF);
            return key.array();
        }

        /** The non-reversible key generation process. */
        @Override
        byte[] next(byte[] key, long counter, long nextCounter) {
            long register = initialKeyId << DukptScheme.TDES.counterBits() | nextCounter;
            ByteBuffer from = ByteBuffer.wrap(key);
            return ByteBuffer.allocate(LENGTH)
                    .putLong(half(from.getLong(0) ^ OTHER_HALF, from.getLong(HALF) ^ OTHER_HALF, register))
                    .putLong(half(from.getLong(0), from.getLong(HALF), register))
                    .array();
        }

        private static long half(long leftHalf, long rightHalf, long register) {
            ByteBuffer work = ByteBuffer.allocate(HALF).putLong(0, leftHalf);
            CipherKey key = CipherKey.tdes(work.array());
            work.putLong(0, register ^ rightHalf);
            key.encrypt(work.array(), 0, work.array(), 0);
            long half = work.getLong(0) ^ rightHalf;
            work.putLong(0, 0);
            return half;
        }

        @Override
        byte[] working(byte[] transactionKey, long counter, WorkingKeyUse use, WorkingKeyType type) {
            if (type != WorkingKeyType.TDES_128) {
                throw new IllegalArgumentException(DukptScheme.TDES + " has no " + type + " keys");
            }
            ByteBuffer key = ByteBuffer.wrap(transactionKey.clone());
            addToHalves(key, use.tdesVariant());
            return use.isForData() ? encipheredWithItself(key.array()) : key.array();
        }

        private static byte[] encipheredWithItself(byte[] key) {
            byte[] enciphered = CipherKey.tdes(key).encryptEcb(key);
            Arrays.fill(key, (byte) 0);
            return enciphered;
        }
    }
}
