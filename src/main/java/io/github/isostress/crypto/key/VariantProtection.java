package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherKey;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The key variant binding method of TR-31, versions A and C: the two keys are the KBPK with each byte changed. The MAC
 * is one of what is enciphered, and is verified before anything is deciphered.
 */
final class VariantProtection implements KeyBlockProtection {
    private static final byte ENCRYPTION = 'E';
    private static final byte AUTHENTICATION = 'M';
    private static final int MAC_LENGTH = 4;

    private final CipherKey encryption;
    private final CipherKey authentication;

    VariantProtection(CipherKey kbpk) {
        this.encryption = variant(kbpk, ENCRYPTION);
        this.authentication = variant(kbpk, AUTHENTICATION);
    }

    private static CipherKey variant(CipherKey kbpk, byte change) {
        byte[] bytes = kbpk.bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= change;
        }
        CipherKey variant = CipherKey.tdes(bytes);
        Arrays.fill(bytes, (byte) 0);
        return variant;
    }

    @Override
    public Optional<byte[]> open(byte[] header, Sealed sealed) {
        return MessageDigest.isEqual(sealed.mac(), mac(header, sealed.enciphered()))
                ? Optional.of(encryption.decryptCbc(sealed.enciphered(), initialValue(header)))
                : Optional.empty();
    }

    @Override
    public Sealed seal(byte[] header, byte[] clear) {
        byte[] enciphered = encryption.encryptCbc(clear, initialValue(header));
        return new Sealed(enciphered, mac(header, enciphered));
    }

    private byte[] initialValue(byte[] header) {
        return Arrays.copyOf(header, encryption.algorithm().blockLength());
    }

    /** The beginning of the last block of the chain (ISO 9797-1 algorithm 1 without padding). */
    private byte[] mac(byte[] header, byte[] enciphered) {
        int block = authentication.algorithm().blockLength();
        byte[] data = Arrays.copyOf(header, header.length + enciphered.length);
        System.arraycopy(enciphered, 0, data, header.length, enciphered.length);
        byte[] chain = authentication.encryptCbc(data, new byte[block]);
        int last = chain.length - block;
        return Arrays.copyOfRange(chain, last, last + MAC_LENGTH);
    }
}
