package io.github.isostress.crypto.pin;

import java.util.random.RandomGenerator;

/** What stands behind a PIN in its field. */
enum Fill {
    /** F in every place. */
    F {
        @Override
        long digits(RandomGenerator random) {
            return -1;
        }

        @Override
        boolean allows(int digit) {
            return digit == 0xF;
        }
    },
    /** A in every place. */
    A {
        @Override
        long digits(RandomGenerator random) {
            return 0xAAAA_AAAA_AAAA_AAAAL;
        }

        @Override
        boolean allows(int digit) {
            return digit == 0xA;
        }
    },
    /** Any digits. */
    RANDOM {
        @Override
        long digits(RandomGenerator random) {
            return random.nextLong();
        }

        @Override
        boolean allows(int digit) {
            return true;
        }
    },
    /** Any digits from A to F. */
    RANDOM_LETTERS {
        @Override
        long digits(RandomGenerator random) {
            long source = random.nextLong() >>> 1;
            long digits = 0;
            for (int i = 0; i < MOST; i++) {
                digits = digits << 4 | 0xA + source % LETTERS;
                source /= LETTERS;
            }
            return digits;
        }

        @Override
        boolean allows(int digit) {
            return digit >= 0xA;
        }
    };

    /** As many as the shortest PIN leaves. */
    private static final int MOST = 10;

    private static final int LETTERS = 6;

    /** Fill for a field: hex digits, of which the last ones are taken. */
    abstract long digits(RandomGenerator random);

    /** Whether a received field may have the digit behind its PIN. */
    abstract boolean allows(int digit);
}
