package io.github.isostress.crypto.emv;

import io.github.isostress.crypto.CipherKey;
import java.util.Arrays;

/**
 * The tree of session keys of EMV 2000 (Book 2, version 4.0, A1.3): each key follows from its parent and grandparent and
 * from the branch; the root is the card's key, and a block of zeros stands before it. The leaves are numbered by the ATC.
 */
final class SessionKeyTree {
    private static final int HEIGHT = 8;

    /** Bits of the ATC that say which of four branches. */
    private static final int BRANCH_BITS = 2;

    private static final int BRANCHES = 1 << BRANCH_BITS;
    private static final int BLOCK = 8;
    private static final int RIGHT_MARK = 0xF0;

    private SessionKeyTree() {}

    /** The session key of a transaction: the leaf joined with its grandparent. */
    static CipherKey leaf(CipherKey card, int counter) {
        byte[] grandparent = new byte[2 * BLOCK];
        byte[] parent = card.bytes();
        for (int level = HEIGHT - 1; level > 0; level--) {
            byte[] child = child(parent, grandparent, counter >> BRANCH_BITS * level);
            Arrays.fill(grandparent, (byte) 0);
            grandparent = parent;
            parent = child;
        }
        return joined(child(parent, grandparent, counter), grandparent);
    }

    private static byte[] child(byte[] parent, byte[] grandparent, int number) {
        int branch = number % BRANCHES;
        byte[] basis = grandparent.clone();
        basis[BLOCK - 1] ^= (byte) branch;
        basis[2 * BLOCK - 1] ^= (byte) (branch ^ RIGHT_MARK);
        return CipherKey.tdes(parent).encryptEcb(basis);
    }

    private static CipherKey joined(byte[] leaf, byte[] grandparent) {
        for (int i = 0; i < leaf.length; i++) {
            leaf[i] ^= grandparent[i];
        }
        return SessionKeyMethod.keyOf(leaf);
    }
}
