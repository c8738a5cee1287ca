package io.github.isostress.seal;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.Dukpt;
import io.github.isostress.crypto.dukpt.WorkingKeyType;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.crypto.mac.MacAlgorithm;
import java.util.Arrays;

/**
 * The keys of DUKPT transactions under BDKs. All formulas share what was derived for a terminal: the MAC key of a
 * transaction follows from the transaction key that its PIN key needed. Stateless but for that, and thread-safe.
 */
final class TransactionKeys {
    private static final PerKey<Dukpt> READY = new PerKey<>(Dukpt::new);

    private TransactionKeys() {}

    /**
     * The key of one transaction, of the BDK's algorithm and length.
     *
     * @param ksn its hex digits
     * @throws IllegalArgumentException if the KSN is none under this BDK
     */
    static CipherKey of(NamedKey bdk, String ksn, WorkingKeyUse use) {
        Dukpt dukpt = READY.of(bdk.key());
        return dukpt.key(dukpt.scheme().read(ksn), use);
    }

    /**
     * The MAC key of one transaction: under a BDK of AES a 3DES or HMAC key where the algorithm needs one. An HMAC key
     * stands in an AES key of its length, from which HMAC takes the bytes.
     *
     * @param ksn its hex digits
     * @throws IllegalArgumentException if the KSN is none under this BDK
     */
    static CipherKey of(NamedKey bdk, String ksn, WorkingKeyUse use, MacAlgorithm algorithm) {
        if (bdk.use() == KeyUse.BDK_TDES || algorithm == MacAlgorithm.AES_CMAC) {
            return of(bdk, ksn, use);
        }
        if (algorithm != MacAlgorithm.HMAC_SHA256) {
            return of(bdk, ksn, use, WorkingKeyType.TDES_128);
        }
        Dukpt dukpt = READY.of(bdk.key());
        byte[] bytes = dukpt.bytes(dukpt.scheme().read(ksn), use, WorkingKeyType.hmacLike(bdk.key()));
        try {
            return CipherKey.aes(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * The key of one transaction, of another type.
     *
     * @param ksn its hex digits
     * @throws IllegalArgumentException if the KSN is none under this BDK, or the BDK has no keys of this type
     */
    static CipherKey of(NamedKey bdk, String ksn, WorkingKeyUse use, WorkingKeyType type) {
        Dukpt dukpt = READY.of(bdk.key());
        return dukpt.key(dukpt.scheme().read(ksn), use, type);
    }
}
