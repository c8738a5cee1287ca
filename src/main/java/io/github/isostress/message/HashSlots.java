package io.github.isostress.message;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * An open-addressing hash table, of which the caller compares the entries: look into {@link #first}, then {@link
 * #next}, until a slot holds the right entry or null. Looking takes no lock and allocates nothing; adding needs the
 * caller's lock. Holds at most 4,096 entries; one more empties the table, so entries that come in turn are never
 * dropped one by one just before each is needed.
 */
public final class HashSlots<T> {
    private static final int FIRST_SIZE = 16;
    /** At least half of the slots stay empty, so that a search ends soon. */
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

    public static <T> HashSlots<T> empty() {
        return new HashSlots<>(FIRST_SIZE);
    }

    /** The slot to look into first. */
    public int first(int hash) {
        return hash * SPREAD >>> shift;
    }

    /** The slot to look into if that slot holds another entry. */
    public int next(int slot) {
        return slot + 1 & slots.length() - 1;
    }

    /** A slot's entry; null ends the search. */
    public T at(int slot) {
        return slots.getAcquire(slot);
    }

    /** Adds an entry and returns the table to use from now on: this one, or a larger or emptied copy. */
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
