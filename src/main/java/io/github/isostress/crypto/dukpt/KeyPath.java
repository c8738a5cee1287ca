package io.github.isostress.crypto.dukpt;

import java.util.Arrays;

/**
 * The keys on the way from a terminal's initial key to its latest transaction key: one for each one bit of the counter,
 * highest first. Most transactions share all of the way but its last step with the one before. Keys that are left are
 * cleared. Thread-safe.
 */
abstract class KeyPath {
    private final byte[][] keys;
    private final long[] counters;

    /** The last key known; -1 before the initial one. */
    private int last = -1;

    KeyPath(DukptScheme scheme) {
        this.keys = new byte[scheme.mostOneBits() + 1][];
        this.counters = new long[scheme.mostOneBits() + 1];
    }

    abstract byte[] initialKey();

    /** The key one step on. */
    abstract byte[] next(byte[] key, long counter, long nextCounter);

    /** A key for one use in the transaction of a counter. */
    abstract byte[] working(byte[] transactionKey, long counter, WorkingKeyUse use, WorkingKeyType type);

    /** A new array for each caller, who clears it. */
    final synchronized byte[] working(long counter, WorkingKeyUse use, WorkingKeyType type) {
        goTo(counter);
        return working(keys[last], counter, use, type);
    }

    private void goTo(long counter) {
        if (last < 0) {
            add(initialKey(), 0);
        }
        while (!isOnTheWay(counters[last], counter)) {
            Arrays.fill(keys[last], (byte) 0);
            last--;
        }
        for (long rest = counter ^ counters[last]; rest != 0; rest &= ~counters[last]) {
            long next = counters[last] | Long.highestOneBit(rest);
            add(next(keys[last], counters[last], next), next);
        }
    }

    private static boolean isOnTheWay(long earlier, long counter) {
        return (counter & -Long.lowestOneBit(earlier)) == earlier || earlier == 0;
    }

    private void add(byte[] key, long counter) {
        last++;
        keys[last] = key;
        counters[last] = counter;
    }

    /** Clears all keys; whoever still has the path can go it again. */
    synchronized void forget() {
        for (; last >= 0; last--) {
            Arrays.fill(keys[last], (byte) 0);
        }
    }
}
