package io.github.isostress.message;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps what is made once and looked for often, by a hash that it has in common with what it is looked for by. Whoever
 * looks goes from slot to slot until one holds the right thing or nothing. Looking needs no lock and makes nothing; the
 * one who adds must be alone. When there are too many, all are forgotten: what comes again is soon kept again, and no
 * number of kinds that come in turn has each of them forgotten just before it comes.
 */
public final class HashSlots<T> {
    private static final int FIRST_SIZE = 16;
    /** How many are kept; so many slots again stay empty, so that a search ends soon. */
    private static final int MOST = 4096;
    /** 2^32 divided by the golden ratio: spreads hashes that differ in few bits. */
    private static final int SPREAD = 0x9E3779B9;

    private final AtomicReferenceArray<T> slots;
    private final int[] hashes;
    private final int shift;
    private int count;

    private HashSlots(int size) {
        this.slots = new AtomicReferenceArray<>(size);
        this.hashes = new int[size];
        this.shift = Integer.numberOfLeadingZeros(size) + 1;
    }

    /** With nothing in it. */
    public static <T> HashSlots<T> empty() {
        return new HashSlots<>(FIRST_SIZE);
    }

    /** The slot to look into first. */
    public int first(int hash) {
        return hash * SPREAD >>> shift;
    }

    /** The slot to look into when that one held something else. */
    public int next(int slot) {
        return slot + 1 & slots.length() - 1;
    }

    /** What a slot holds; null if nothing, and then nothing with the hash is kept that was not met before. */
    public T at(int slot) {
        return slots.getAcquire(slot);
    }

    /** The slots that hold this as well: these, or others if there were too few. */
    public HashSlots<T> with(int hash, T added) {
        if (2 * (count + 1) <= slots.length()) {
            put(hash, added);
            return this;
        }
        HashSlots<T> more = new HashSlots<>(count < MOST ? 2 * slots.length() : FIRST_SIZE);
        for (int slot = 0; slot < slots.length() && count < MOST; slot++) {
            if (slots.get(slot) != null) {
                more.put(hashes[slot], slots.get(slot));
            }
        }
        more.put(hash, added);
        return more;
    }

    private void put(int hash, T added) {
        int slot = first(hash);
        while (slots.get(slot) != null) {
            slot = next(slot);
        }
        hashes[slot] = hash;
        slots.setRelease(slot, added);
        count++;
    }
}
