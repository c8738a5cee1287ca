package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file that a user names for keys or certificates, with its content.
 *
 * @param kind what it is named for
 * @param file its path
 * @param content all of its bytes
 */
record StoreFile(Kind kind, Path file, byte[] content) {
    /** The most bytes that are read: 16 MiB, a hundred times the JVM's own trust store. */
    private static final int LARGEST = 16 * 1024 * 1024;

    /** What the file is named for. */
    enum Kind {
        KEY_STORE("key store"),
        PRIVATE_KEY("private key file"),
        TRUST_STORE("trust store");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Reads the whole file; fails with {@link Failure#KEY_STORE_MISSING} or {@link Failure#KEY_STORE_UNREADABLE}. */
    static StoreFile read(Kind kind, Path file) throws FailureException {
        if (!Files.isRegularFile(file)) {
            throw new FailureException(
                    Failure.KEY_STORE_MISSING,
                    kind.words + " " + file + (Files.isDirectory(file) ? " is a folder" : " does not exist"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new FailureException(
                        Failure.KEY_STORE_UNREADABLE, kind.words + " " + file + " has more than 16 MB");
            }
            return new StoreFile(kind, file, inLatin(content));
        } catch (IOException e) {
            throw new FailureException(
                    Failure.KEY_STORE_UNREADABLE, kind.words + " " + file + " may not be read by this user", e);
        }
    }

    /** Windows writes text in UTF-16 or with a byte order mark; this gives PEM in ASCII. */
    private static byte[] inLatin(byte[] content) {
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            return new String(content, StandardCharsets.UTF_16)
                    .replace("\uFEFF", "")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        return startsWith(content, 0xEF, 0xBB, 0xBF) ? Arrays.copyOfRange(content, 3, content.length) : content;
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        return content.length > bytes.length
                && IntStream.range(0, bytes.length).allMatch(i -> content[i] == (byte) bytes[i]);
    }

    /**
     * Opens a file that is not PEM: by Java, or by Bouncy Castle if Java cannot read the PFX or does not know the
     * format.
     */
    KeyStore load(String password) throws FailureException {
        Optional<Pfx> pfx = Pfx.parse(content);
        if (pfx.isEmpty()) {
            return loadStoreFormat(password);
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            return pfx.get().asStore(password).orElseThrow(() -> pfx.get().refusal(this, password));
        }
    }

    private KeyStore loadStoreFormat(String password) throws FailureException {
        StoreFormat kind = StoreFormat.of(content).orElseThrow(this::unknown);
        try {
            return kind.load(content, password);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw kind.isPasswordWrong(e) ? wrongPassword(password, e) : damaged(e);
        }
    }

    /** The failure of a file in no format that is read. */
    FailureException unknown() {
        if (UnreadableFile.isBrokenDer(content)) {
            return damaged(null);
        }
        String what = UnreadableFile.of(content)
                .map(unreadable -> unreadable.sentence(this))
                .orElse(" is in no format that is read (PEM, PKCS#12, JKS, JCEKS, BKS, UBER, BCFKS)");
        return new FailureException(Failure.KEY_STORE_UNREADABLE, this + what);
    }

    /** The format, as far as the bytes tell. */
    String format() {
        if (PemFile.isPem(content)) {
            return "PEM";
        }
        if (Pfx.parse(content).isPresent()) {
            return "PKCS#12 (PFX)";
        }
        return StoreFormat.of(content).map(StoreFormat::name).orElse("DER");
    }

    /** Whether entries can have aliases: not in PEM, nor in bare certificates. */
    boolean isStore() {
        return !PemFile.isPem(content)
                && (Pfx.parse(content).isPresent() || StoreFormat.of(content).isPresent());
    }

    /** What a PEM file holds besides certificates, for the end of a sentence; empty for other files. */
    String othersHeld() {
        try {
            return PemFile.isPem(content) ? new PemFile(content).othersHeld(kind, file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The failure of a wrong password; {@code password} only tells whether one is set. */
    FailureException wrongPassword(String password, Throwable cause) {
        return new FailureException(
                Failure.KEY_STORE_PASSWORD,
                "the password of " + this + " is wrong" + (password.isEmpty() ? ": it has one, and none is set" : ""),
                cause);
    }

    FailureException damaged(Throwable cause) {
        return new FailureException(Failure.KEY_STORE_UNREADABLE, this + " is damaged", cause);
    }

    @Override
    public String toString() {
        return kind.words + " " + file;
    }
}
