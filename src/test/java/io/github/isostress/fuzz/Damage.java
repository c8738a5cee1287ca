package io.github.isostress.fuzz;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.lang3.ArrayUtils;

/** What may happen to a message's bytes. */
enum Damage {
    NONE {
        @Override
        byte[] to(byte[] bytes, Random random) {
            return bytes;
        }
    },
    RANDOM_BYTES {
        @Override
        byte[] to(byte[] bytes, Random random) {
            byte[] other = new byte[random.nextInt(400)];
            random.nextBytes(other);
            return other;
        }
    },
    RANDOM_DIGITS {
        @Override
        byte[] to(byte[] bytes, Random random) {
            byte[] other = new byte[random.nextInt(400)];
            for (int i = 0; i < other.length; i++) {
                other[i] = digit(random);
            }
            return other;
        }
    },
    BIT_FLIPS {
        @Override
        byte[] to(byte[] bytes, Random random) {
            return flipped(bytes, 0, bytes.length, random);
        }
    },
    /** Within the first and second bitmap, be they 8 bytes or 16 digits each. */
    BITMAP {
        @Override
        byte[] to(byte[] bytes, Random random) {
            boolean text = bytes[0] >= '0';
            return flipped(bytes, text ? 4 : 2, Math.min(bytes.length, text ? 36 : 18), random);
        }
    },
    TRUNCATION {
        @Override
        byte[] to(byte[] bytes, Random random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    INSERTION {
        @Override
        byte[] to(byte[] bytes, Random random) {
            byte[] more = new byte[1 + random.nextInt(12)];
            random.nextBytes(more);
            return ArrayUtils.insert(random.nextInt(bytes.length), bytes, more);
        }
    },
    REMOVAL {
        @Override
        byte[] to(byte[] bytes, Random random) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(8));
            return ArrayUtils.addAll(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
        }
    },
    /** Digits and bytes such as lengths are made of. */
    LENGTHS {
        @Override
        byte[] to(byte[] bytes, Random random) {
            byte[] damaged = bytes.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(bytes.length)] =
                        random.nextBoolean() ? digit(random) : (byte) (random.nextInt(3) - 1);
            }
            return damaged;
        }
    },
    /** Tags and lengths of BER-TLV that lead on: more bytes of a tag, a long length, an endless one. */
    DATA_OBJECTS {
        @Override
        byte[] to(byte[] bytes, Random random) {
            byte[] damaged = bytes.clone();
            byte[] leading = {0x1F, (byte) 0x9F, (byte) 0xFF, (byte) 0x80, (byte) 0x81, (byte) 0x82, (byte) 0x84, 0x70};
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[bytes.length / 2 + random.nextInt(bytes.length - bytes.length / 2)] =
                        leading[random.nextInt(leading.length)];
            }
            return damaged;
        }
    };

    abstract byte[] to(byte[] bytes, Random random);

    private static byte digit(Random random) {
        return (byte) ('0' + random.nextInt(10));
    }

    private static byte[] flipped(byte[] bytes, int from, int to, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            damaged[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }
}
