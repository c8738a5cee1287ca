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
 * A file that a user names for keys or certificates, as it was read.
 *
 * @param kind what it is named for
 * @param file where it lies
 * @param content all of its bytes
 */
record StoreFile(Kind kind, Path file, byte[] content) {
    /** Even the JVM's own trust store has a hundredth of it. */
    private static final int LARGEST = 16 * 1024 * 1024;

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

    /** Windows writes text in UTF-16, or with a mark in front; of PEM that is the same text. */
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

    /** Opens a file that is not PEM: by Java, or by Bouncy Castle if it is a PFX that Java cannot read, or its own. */
    KeyStore load(String password) throws FailureException {
        Optional<Pfx> pfx = Pfx.parse(content);
        if (pfx.isEmpty()) {
            return loadJavaStore(password);
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            return pfx.get().asStore(password).orElseThrow(() -> pfx.get().refusal(this, password));
        }
    }

    private KeyStore loadJavaStore(String password) throws FailureException {
        JavaStore kind = JavaStore.of(content).orElseThrow(this::unknown);
        try {
            return kind.load(content, password);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw kind.isPasswordWrong(e) ? wrongPassword(password, e) : damaged(e);
        }
    }

    /** Why the file is none that can be opened at all. */
    FailureException unknown() {
        if (UnreadableFile.isBrokenDer(content)) {
            return damaged(null);
        }
        String what = UnreadableFile.of(content)
                .map(foreign -> foreign.sentence(this))
                .orElse(" is neither PEM, PKCS#12 (PFX) nor JKS");
        return new FailureException(Failure.KEY_STORE_UNREADABLE, this + what);
    }

    /** What kind of file it is, as far as its bytes tell. */
    String format() {
        if (PemFile.isPem(content)) {
            return "PEM";
        }
        if (Pfx.parse(content).isPresent()) {
            return "PKCS#12 (PFX)";
        }
        return JavaStore.of(content).map(JavaStore::name).orElse("DER");
    }

    /** Whether its entries can have aliases: it is neither PEM nor bare certificates. */
    boolean isStore() {
        return !PemFile.isPem(content)
                && (Pfx.parse(content).isPresent() || JavaStore.of(content).isPresent());
    }

    /** What PEM holds besides certificates, for the end of a sentence; empty of any other file. */
    String othersHeld() {
        try {
            return PemFile.isPem(content) ? new PemFile(content).othersHeld(kind, file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** That the password does not open it; {@code password} is only asked whether it is empty. */
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
