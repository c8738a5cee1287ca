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

/** The kinds of key stores that only Java programs have, by how they begin. */
enum JavaStore {
    JKS(0xFEEDFEED),
    JCEKS(0xCECECECE),
    /** Of Bouncy Castle, in two versions, and its UBER; a salt of 20 bytes follows the version. */
    BKS(1, 2),
    /** Of Bouncy Castle: ASN.1. */
    BCFKS;

    private static final int SALT = 20;
    /** Bytes: version, the salt with its length, and a count stand in front of what UBER encrypts. */
    private static final int HEAD = 3 * Integer.BYTES + SALT;
    /** Bytes of a block of Twofish. */
    private static final int CIPHER_BLOCK = 16;

    private static final int LONGEST_TYPE = 40;

    private final int[] beginnings;

    JavaStore(int... beginnings) {
        this.beginnings = beginnings;
    }

    /** Empty if the file is none of them. */
    static Optional<JavaStore> of(byte[] content) {
        if (content.length > 2 * Integer.BYTES) {
            ByteBuffer start = ByteBuffer.wrap(content);
            int first = start.getInt();
            int second = start.getInt();
            for (JavaStore kind : values()) {
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

    /** Opens it. */
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

    /** They begin alike, but all of UBER is encrypted. */
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

    /** With a wrong password its bytes are anything, and one time in 256 end as if they had been decrypted. */
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

    /** Bouncy Castle cannot tell a wrong password from a damaged file. */
    private static boolean isIntegrityBroken(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return message.contains("integrity check failed") || message.contains("MAC calculation failed");
    }

    /** Whether opening it failed by the password. */
    boolean isPasswordWrong(Throwable thrown) {
        return ExceptionUtils.indexOfType(thrown, UnrecoverableKeyException.class) >= 0
                || ExceptionUtils.indexOfType(thrown, InvalidCipherTextIOException.class) >= 0
                || isIntegrityBroken(thrown);
    }
}
