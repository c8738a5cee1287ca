package io.github.isostress.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.crypto.io.InvalidCipherTextIOException;

/**
 * A format of key and trust stores that is read besides PEM and PKCS#12. Another format is a constant here, with its
 * first bytes and the way it opens.
 */
enum StoreFormat {
    JKS(0xFEEDFEED),
    JCEKS(0xCECECECE),
    /** Bouncy Castle's BKS in two versions, and its UBER; after the version comes the length of a salt of 20 bytes. */
    BKS(1, 2),
    /** Bouncy Castle's BCFKS, in ASN.1. */
    BCFKS;

    private static final int SALT = 20;
    /** Bytes before what UBER encrypts: version, the salt with its length, and a count. */
    private static final int HEAD = 3 * Integer.BYTES + SALT;
    /** Block size of Twofish in bytes. */
    private static final int CIPHER_BLOCK = 16;

    private static final int LONGEST_TYPE = 40;

    private final int[] beginnings;

    StoreFormat(int... beginnings) {
        this.beginnings = beginnings;
    }

    /** The format of a file; empty if it has none of these. */
    static Optional<StoreFormat> of(byte[] content) {
        if (content.length > 2 * Integer.BYTES) {
            ByteBuffer start = ByteBuffer.wrap(content);
            int first = start.getInt();
            int second = start.getInt();
            for (StoreFormat kind : values()) {
                if (Arrays.stream(kind.beginnings).anyMatch(each -> each == first) && (kind != BKS || second == SALT)) {
                    return Optional.of(kind);
                }
            }
        }
        return isObjectStore(content) ? Optional.of(BCFKS) : Optional.empty();
    }

    private static boolean isObjectStore(byte[] content) {
        try {
            ObjectStore store = ObjectStore.getInstance(ASN1Primitive.fromByteArray(content));
            return store != null && store.getIntegrityCheck() != null && content.length > LONGEST_TYPE;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    KeyStore load(byte[] content, String password) throws GeneralSecurityException, IOException {
        return switch (this) {
            case JKS, JCEKS -> load(KeyStore.getInstance(name()), content, password);
            case BCFKS -> load(KeyStore.getInstance(name(), Pfx.BOUNCY_CASTLE), content, password);
            case BKS -> loadBksOrUber(content, password);
        };
    }

    private static KeyStore load(KeyStore store, byte[] content, String password)
            throws GeneralSecurityException, IOException {
        store.load(new ByteArrayInputStream(content), password.toCharArray());
        return store;
    }

    /** Opens a BKS or an UBER, which begin alike; all of an UBER is encrypted. */
    private static KeyStore loadBksOrUber(byte[] content, String password)
            throws GeneralSecurityException, IOException {
        try {
            return load(KeyStore.getInstance("BKS", Pfx.BOUNCY_CASTLE), content, password);
        } catch (IOException | RuntimeException e) {
            if (isIntegrityBroken(e)) {
                throw e;
            }
            return loadUber(content, password);
        }
    }

    /** A wrong password makes arbitrary bytes, and one time in 256 they end like decrypted ones. */
    private static KeyStore loadUber(byte[] content, String password) throws GeneralSecurityException, IOException {
        try {
            return load(KeyStore.getInstance("UBER", Pfx.BOUNCY_CASTLE), content, password);
        } catch (IOException | RuntimeException e) {
            boolean isOfWholeBlocks = (content.length - HEAD) % CIPHER_BLOCK == 0;
            if (isOfWholeBlocks) {
                throw (UnrecoverableKeyException) new UnrecoverableKeyException().initCause(e);
            }
            throw e;
        }
    }

    /** Bouncy Castle gives one message for a wrong password and for a damaged file. */
    private static boolean isIntegrityBroken(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return message.contains("integrity check failed") || message.contains("MAC calculation failed");
    }

    /** Whether opening failed because of the password. */
    boolean isPasswordWrong(Throwable thrown) {
        return ExceptionUtils.indexOfType(thrown, UnrecoverableKeyException.class) >= 0
                || ExceptionUtils.indexOfType(thrown, InvalidCipherTextIOException.class) >= 0
                || isIntegrityBroken(thrown);
    }
}
