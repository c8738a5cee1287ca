package io.github.isostress.seal;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.Dukpt;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.key.NamedKey;

/** The keys of DUKPT transactions under the BDKs that a formula is asked with. Thread-safe. */
final class TransactionKeys {
    private final PerKey<Dukpt> ready = new PerKey<>(Dukpt::new);

    /**
     * The key of one transaction.
     *
     * @param ksn its hex digits
     * @throws IllegalArgumentException if the KSN is none under this BDK
     */
    CipherKey of(NamedKey bdk, String ksn, WorkingKeyUse use) {
        Dukpt dukpt = ready.of(bdk.key());
        return dukpt.key(dukpt.scheme().read(ksn), use);
    }
}
