package io.github.isostress.crypto.key;

import java.util.Optional;

/** How the key in a block is kept secret, and bound to the header; under one KBPK. */
interface KeyBlockProtection {
    /**
     * What a key block has behind its header.
     *
     * @param enciphered the key's data
     * @param mac as long as the version says
     */
    record Sealed(byte[] enciphered, byte[] mac) {}

    /** The key's data in the clear, which the caller clears; empty if the MAC is not that of header and data. */
    Optional<byte[]> open(byte[] header, Sealed sealed);

    /** Enciphers a key's data, and makes the MAC of header and data. Both are whole blocks. */
    Sealed seal(byte[] header, byte[] clear);
}
