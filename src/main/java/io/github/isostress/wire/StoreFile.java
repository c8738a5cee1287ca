package io.github.isostress.wire;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * A file that a user names for keys or certificates, as it was read.
 *
 * @param kind what it is named for
 * @param file where it lies
 * @param content all of its bytes
 */
record StoreFile(Kind kind, Path file, byte[] content) {
    private static final byte DER_SEQUENCE = 0x30;

    /** What a file is named for. */
    enum Kind {
        KEY_STORE("key store"),
        PRIVATE_KEY("private key file"),
        TRUST_STORE("trust store");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Reads the whole file; {@link Failure#KEY_STORE_MISSING} or {@link Failure#KEY_STORE_UNREADABLE} if it cannot. */
    static StoreFile read(Kind kind, Path file) throws FailureException {
        if (!Files.isRegularFile(file)) {
            throw new FailureException(Failure.KEY_STORE_MISSING, kind.words + " " + file + " does not exist");
        }
        try {
            return new StoreFile(kind, file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new FailureException(
                    Failure.KEY_STORE_UNREADABLE, kind.words + " " + file + " may not be read by this user", e);
        }
    }

    /** Opens a file that is not PEM: by Java, or by Bouncy Castle if it is a PFX that Java cannot read. */
    KeyStore load(String password) throws FailureException {
        Optional<Pfx> pfx = Pfx.parse(content);
        try {
            if (pfx.isEmpty()) {
                return KeyStore.getInstance(file.toFile(), password.toCharArray());
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password.toCharArray());
            return store;
        } catch (KeyStoreException e) {
            throw new FailureException(
                    Failure.KEY_STORE_UNREADABLE, this + " is neither PEM, PKCS#12 (PFX) nor JKS", e);
        } catch (IOException | GeneralSecurityException e) {
            if (pfx.isPresent()) {
                return pfx.get().asStore(password).orElseThrow(() -> pfx.get().refusal(this, password));
            }
            throw ExceptionUtils.indexOfType(e, UnrecoverableKeyException.class) >= 0 ? wrongPassword(e) : damaged(e);
        }
    }

    /** What kind of file it is, as far as its bytes tell. */
    String format() {
        if (PemFile.isPem(content)) {
            return "PEM";
        }
        if (Pfx.parse(content).isPresent()) {
            return "PKCS#12 (PFX)";
        }
        return isStore() ? "JKS" : "DER";
    }

    /** Whether its entries can have aliases: it is neither PEM nor bare certificates. */
    boolean isStore() {
        boolean bare = content.length > 0 && content[0] == DER_SEQUENCE;
        return !PemFile.isPem(content) && (!bare || Pfx.parse(content).isPresent());
    }

    FailureException wrongPassword(Throwable cause) {
        return new FailureException(Failure.KEY_STORE_PASSWORD, "the password of " + this + " is wrong", cause);
    }

    FailureException damaged(Throwable cause) {
        return new FailureException(Failure.KEY_STORE_UNREADABLE, this + " is damaged", cause);
    }

    @Override
    public String toString() {
        return kind.words + " " + file;
    }
}
