package io.github.isostress.tls;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * A PKCS#12 file (PFX, RFC 7292), read by Bouncy Castle: it opens more files than Java, and says why one does not open.
 * Thread-safe.
 */
public final class Pfx {
    /** The provider, not registered with the JVM. */
    public static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final byte[] encoded;
    private final PKCS12PfxPdu pfx;

    private Pfx(byte[] encoded) throws IOException {
        this.encoded = encoded;
        this.pfx = new PKCS12PfxPdu(encoded);
        if (pfx.toASN1Structure().getMacData() != null) {
            pfx.getMacAlgorithmID();
        }
    }

    private enum Effect {
        OPENS,
        DOES_NOT_OPEN,
        UNKNOWN_ALGORITHM
    }

    /** Empty if these bytes are no PFX. */
    static Optional<Pfx> parse(byte[] content) {
        try {
            return Optional.of(new Pfx(content));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The file as a Bouncy Castle key store, which knows more algorithms and kinds of entries than Java; empty if it
     * cannot open it.
     */
    Optional<KeyStore> asStore(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12", BOUNCY_CASTLE);
            store.load(new ByteArrayInputStream(encoded), password.toCharArray());
            return Optional.of(store);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** All certificates, including those that Java drops because they are not marked as trusted. */
    Set<X509Certificate> certificates(String password) throws GeneralSecurityException {
        GeneralSecurityException failed = null;
        for (InputDecryptorProvider decryptor : decryptors(password)) {
            try {
                return certificates(decryptor);
            } catch (PKCSException | RuntimeException e) {
                failed = new GeneralSecurityException(e);
            }
        }
        throw failed;
    }

    private Set<X509Certificate> certificates(InputDecryptorProvider decryptor)
            throws PKCSException, CertificateException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        for (PKCS12SafeBag bag : bags(decryptor)) {
            if (bag.getBagValue() instanceof X509CertificateHolder certificate) {
                certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
            }
        }
        return certificates;
    }

    /** A decryptor for each form of the password. */
    private static List<InputDecryptorProvider> decryptors(String password) {
        InputDecryptorProvider usual = new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(BOUNCY_CASTLE)
                .build(password.toCharArray());
        return password.isEmpty()
                ? List.of(EmptyPasswordDecryptor.ofTerminator(), EmptyPasswordDecryptor.ofNothing(), usual)
                : List.of(usual);
    }

    /** The bags of the file; of encrypted parts only with a decryptor. */
    private List<PKCS12SafeBag> bags(InputDecryptorProvider decryptor) throws PKCSException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        for (ContentInfo content : pfx.getContentInfos()) {
            if (!isEncrypted(content)) {
                bags.addAll(List.of(new PKCS12SafeBagFactory(content).getSafeBags()));
            } else if (decryptor != null) {
                bags.addAll(List.of(new PKCS12SafeBagFactory(content, decryptor).getSafeBags()));
            }
        }
        return bags;
    }

    private static boolean isEncrypted(ContentInfo content) {
        return content.getContentType().equals(PKCSObjectIdentifiers.encryptedData);
    }

    /** Why the file does not open with this password, and what to do. */
    FailureException refusal(StoreFile stored, String password) {
        Effect onMac = onMac(password);
        Effect onParts = onParts(password);
        boolean unknown = onMac == Effect.UNKNOWN_ALGORITHM || onParts == Effect.UNKNOWN_ALGORITHM;
        if (onMac == Effect.DOES_NOT_OPEN || !unknown && onParts == Effect.DOES_NOT_OPEN && !pfx.hasMac()) {
            return stored.wrongPassword(password, null);
        }
        if (!unknown && onParts == Effect.DOES_NOT_OPEN) {
            return KeyMaterial.otherPassword(stored.toString(), null);
        }
        return new FailureException(
                Failure.KEY_STORE_UNREADABLE,
                stored + " is protected with " + String.join(", ", algorithms())
                        + ", which can be read neither by this Java nor by Bouncy Castle. Convert it: openssl pkcs12 -in "
                        + stored.file() + " -nodes -out plain.pem && openssl pkcs12 -export -in plain.pem -out new.pfx,"
                        + " and delete plain.pem");
    }

    private Effect onMac(String password) {
        if (!pfx.hasMac()) {
            return Effect.OPENS;
        }
        try {
            // One of these knows only PBMAC1; the other refuses an empty password for it.
            PKCS12MacCalculatorBuilderProvider calculators =
                    pfx.getMacAlgorithmID().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)
                            ? new BcPKCS12PBMac1CalculatorBuilderProvider()
                            : new JcePKCS12MacCalculatorBuilderProvider().setProvider(BOUNCY_CASTLE);
            return pfx.isMacValid(calculators, password.toCharArray()) ? Effect.OPENS : Effect.DOES_NOT_OPEN;
        } catch (PKCSException | RuntimeException e) {
            return Effect.UNKNOWN_ALGORITHM;
        }
    }

    private Effect onParts(String password) {
        List<Effect> effects = decryptors(password).stream().map(this::onParts).toList();
        return effects.contains(Effect.OPENS) ? Effect.OPENS : effects.get(effects.size() - 1);
    }

    private Effect onParts(InputDecryptorProvider decryptor) {
        try {
            for (PKCS12SafeBag bag : bags(decryptor)) {
                if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo key) {
                    key.decryptPrivateKeyInfo(decryptor);
                }
            }
            return Effect.OPENS;
        } catch (PKCSException | RuntimeException e) {
            boolean unknown = ExceptionUtils.indexOfType(e, OperatorCreationException.class) >= 0
                    || ExceptionUtils.indexOfType(e, NoSuchAlgorithmException.class) >= 0;
            return unknown ? Effect.UNKNOWN_ALGORITHM : Effect.DOES_NOT_OPEN;
        }
    }

    /**
     * The algorithms that protect the file: its MAC and the encryption of its parts, as far as they can be seen without
     * the password.
     */
    Set<String> algorithms() {
        Set<String> names = new LinkedHashSet<>();
        if (pfx.hasMac()) {
            names.add("a MAC by " + PbeNames.of(pfx.getMacAlgorithmID()));
        }
        for (ContentInfo content : pfx.getContentInfos()) {
            if (isEncrypted(content)) {
                names.add(PbeNames.of(
                        EncryptedData.getInstance(content.getContent()).getEncryptionAlgorithm()));
            }
        }
        try {
            for (PKCS12SafeBag bag : bags(null)) {
                if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo key) {
                    names.add(PbeNames.of(key.getEncryptionAlgorithm()));
                }
            }
        } catch (PKCSException e) {
            // Encrypted parts hide their algorithms.
        }
        return names;
    }
}
