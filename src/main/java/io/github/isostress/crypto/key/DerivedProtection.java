package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Cmac;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The key derivation binding method of TR-31 / X9.143, versions B and D: the two keys are derived from the KBPK by
 * CMAC. The MAC is one of the clear data, and the initial value of their encryption: so they are deciphered first, but
 * nothing of them is looked at before the MAC has been verified.
 */
final class DerivedProtection implements KeyBlockProtection {
    private static final int BITS = 8;
    private static final int ENCRYPTION = 0;
    private static final int AUTHENTICATION = 1;

    /** The numbers of the algorithms in the derivation: keys of two and three DES keys, of AES by their length. */
    private static final int TDES_DOUBLE = 0;

    private static final int AES_128 = 2;
    private static final int SHORTEST = 16;
    private static final int LENGTH_STEP = 8;

    private final CipherKey encryption;
    private final Cmac authentication;

    DerivedProtection(CipherKey kbpk) {
        this.encryption = derived(kbpk, ENCRYPTION);
        this.authentication = new Cmac(derived(kbpk, AUTHENTICATION));
    }

    private static CipherKey derived(CipherKey kbpk, int purpose) {
        int first = kbpk.algorithm() == CipherAlgorithm.AES ? AES_128 : TDES_DOUBLE;
        int algorithm = first + (kbpk.length() - SHORTEST) / LENGTH_STEP;
        Cmac cmac = new Cmac(kbpk);
        int block = kbpk.algorithm().blockLength();
        byte[] key = new byte[kbpk.length()];
        for (int at = 0; at < key.length; at += block) {
            byte counter = (byte) (at / block + 1);
            byte bits = (byte) (key.length * BITS);
            byte bitsAbove = (byte) (key.length * BITS >> BITS);
            byte[] part = cmac.of(new byte[] {counter, 0, (byte) purpose, 0, 0, (byte) algorithm, bitsAbove, bits});
            System.arraycopy(part, 0, key, at, Math.min(block, key.length - at));
            Arrays.fill(part, (byte) 0);
        }
        CipherKey derived = kbpk.algorithm().key(key);
        Arrays.fill(key, (byte) 0);
        return derived;
    }

    @Override
    public Optional<byte[]> open(byte[] header, Sealed sealed) {
        byte[] clear = encryption.decryptCbc(sealed.enciphered(), sealed.mac());
        if (MessageDigest.isEqual(sealed.mac(), mac(header, clear))) {
            return Optional.of(clear);
        }
        Arrays.fill(clear, (byte) 0);
        return Optional.empty();
    }

    @Override
    public Sealed seal(byte[] header, byte[] clear) {
        byte[] mac = mac(header, clear);
        return new Sealed(encryption.encryptCbc(clear, mac), mac);
    }

    private byte[] mac(byte[] header, byte[] clear) {
        byte[] data = Arrays.copyOf(header, header.length + clear.length);
        System.arraycopy(clear, 0, data, header.length, clear.length);
        byte[] mac = authentication.of(data);
        Arrays.fill(data, (byte) 0);
        return mac;
    }
}
