package io.github.isostress.crypto;

import org.bouncycastle.crypto.engines.DESEngine;

/**
 * Single DES under one key: Bouncy Castle's engine, with its key schedule put together from a table. A schedule only
 * puts bits of the key in other places, so the schedule of a key is that of its half bytes laid over each other. The
 * engine's own way takes ten times as long, and derived keys are new for each message. Immutable and thread-safe.
 */
final class SingleDes extends DESEngine {
    /** Two words for each of 16 rounds. */
    private static final int WORDS = 32;

    private static final int KEY = 8;
    private static final int HALF_BYTES = 16;

    /** The schedules of the values of each half byte, one behind the other, the other half bytes being zero. */
    private static final int[][] SCHEDULES = schedules();

    /** Lets the engine's own schedules be seen. */
    private static final class Scheduler extends DESEngine {
        int[] schedule(byte[] key) {
            return generateWorkingKey(true, key);
        }
    }

    private final int[] schedule;

    /** Copies 8 bytes of the array; their parity bits are of no account. */
    SingleDes(byte[] key, int from, boolean encrypting) {
        int[] made = new int[WORDS];
        for (int i = 0; i < KEY; i++) {
            layOver(made, SCHEDULES[i * 2], key[from + i] >> 4 & 0xF);
            layOver(made, SCHEDULES[i * 2 + 1], key[from + i] & 0xF);
        }
        this.schedule = encrypting ? made : reversed(made);
    }

    private static int[][] schedules() {
        Scheduler scheduler = new Scheduler();
        int[][] schedules = new int[HALF_BYTES][HALF_BYTES * WORDS];
        for (int place = 0; place < HALF_BYTES; place++) {
            for (int value = 0; value < HALF_BYTES; value++) {
                byte[] key = new byte[KEY];
                key[place / 2] = (byte) (place % 2 == 0 ? value << 4 : value);
                System.arraycopy(scheduler.schedule(key), 0, schedules[place], value * WORDS, WORDS);
            }
        }
        return schedules;
    }

    private static void layOver(int[] made, int[] schedules, int value) {
        int at = value * WORDS;
        for (int i = 0; i < WORDS; i++) {
            made[i] |= schedules[at + i];
        }
    }

    /** To decipher is to encipher with the rounds' keys in the other order. */
    private static int[] reversed(int[] made) {
        int[] reversed = new int[WORDS];
        for (int i = 0; i < WORDS; i += 2) {
            reversed[i] = made[WORDS - 2 - i];
            reversed[i + 1] = made[WORDS - 1 - i];
        }
        return reversed;
    }

    @Override
    public int processBlock(byte[] in, int inAt, byte[] out, int outAt) {
        desFunc(schedule, in, inAt, out, outAt);
        return KEY;
    }
}
