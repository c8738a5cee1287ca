package io.github.isostress.crypto.dukpt;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of all terminals under one base derivation key (BDK): with 3DES by ANSI X9.24-1, with AES by ANSI X9.24-3. A
 * terminal's next transaction key is one or two block operations away from its latest one. Thread-safe.
 */
public final class Dukpt {
    /** Terminals whose keys are kept; one more than these, and all are cleared and derived again when needed. */
    private static final int MOST_TERMINALS = 10_000;

    private final DukptScheme scheme;
    private final BaseKey base;
    private final WorkingKeyType ownType;
    private final Map<Long, KeyPath> paths = new ConcurrentHashMap<>();

    /**
     * The keys under a BDK, by the standard of its algorithm.
     *
     * @throws IllegalArgumentException with one clear sentence if no BDK has its length
     */
    public Dukpt(CipherKey bdk) {
        this.scheme = DukptScheme.of(bdk.algorithm());
        this.base = bdk.algorithm() == CipherAlgorithm.AES ? new AesBaseKey(bdk) : new TdesBaseKey(bdk);
        this.ownType = WorkingKeyType.like(bdk);
    }

    public DukptScheme scheme() {
        return scheme;
    }

    /**
     * A key of one transaction, of the algorithm and the length of the BDK.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none for this use or this KSN
     */
    public CipherKey key(Ksn ksn, WorkingKeyUse use) {
        return key(ksn, use, ownType);
    }

    /**
     * A key of one transaction.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none for this use, this type or this KSN, or
     *     it is one for HMAC
     */
    public CipherKey key(Ksn ksn, WorkingKeyUse use, WorkingKeyType type) {
        byte[] bytes = bytes(ksn, use, type);
        try {
            return type.key(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * The bytes of a key of one transaction; the caller clears them.
     *
     * @throws IllegalArgumentException with one clear sentence if there is none for this use, this type or this KSN
     */
    public byte[] bytes(Ksn ksn, WorkingKeyUse use, WorkingKeyType type) {
        if (ksn.scheme() != scheme) {
            throw new IllegalArgumentException("a KSN of " + ksn.scheme() + " has no key under a BDK of " + scheme);
        }
        ksn.requireKey();
        return path(ksn.initialKeyId()).working(ksn.counter(), use, type);
    }

    private KeyPath path(long initialKeyId) {
        KeyPath known = paths.get(initialKeyId);
        if (known != null) {
            return known;
        }
        if (paths.size() >= MOST_TERMINALS) {
            forget();
        }
        return paths.computeIfAbsent(initialKeyId, base::pathOf);
    }

    private void forget() {
        for (Iterator<KeyPath> each = paths.values().iterator(); each.hasNext(); ) {
            KeyPath path = each.next();
            each.remove();
            path.forget();
        }
    }

    /** Tells no key. */
    @Override
    public String toString() {
        return scheme.toString();
    }
}
