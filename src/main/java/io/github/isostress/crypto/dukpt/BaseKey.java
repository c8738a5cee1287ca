package io.github.isostress.crypto.dukpt;

/** A base derivation key (BDK): the root of all terminals' keys. Immutable and thread-safe. */
interface BaseKey {
    /** The keys of a terminal, of which none is derived yet. */
    KeyPath pathOf(long initialKeyId);
}
