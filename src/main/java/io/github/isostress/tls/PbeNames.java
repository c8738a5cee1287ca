package io.github.isostress.tls;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/** Names of the algorithms that protect keys and certificates by a password (RFC 8018, RFC 7292, RFC 9879). */
final class PbeNames {
    private static final DefaultAlgorithmNameFinder NAMES = new DefaultAlgorithmNameFinder();

    /** Algorithms that Bouncy Castle has no name for. */
    private static final Map<ASN1ObjectIdentifier, String> OTHERS = Map.of(
            PKCSObjectIdentifiers.id_PBKDF2, "PBKDF2",
            PKCSObjectIdentifiers.id_hmacWithSHA1, "HMAC-SHA1",
            PKCSObjectIdentifiers.id_hmacWithSHA256, "HMAC-SHA256",
            PKCSObjectIdentifiers.id_hmacWithSHA384, "HMAC-SHA384",
            PKCSObjectIdentifiers.id_hmacWithSHA512, "HMAC-SHA512");

    private PbeNames() {}

    /** The name, with its parts for a composed algorithm; the object identifier if there is no name. */
    static String of(AlgorithmIdentifier algorithm) {
        ASN1ObjectIdentifier id = algorithm.getAlgorithm();
        if (id.equals(PKCSObjectIdentifiers.id_PBES2)) {
            PBES2Parameters parts = PBES2Parameters.getInstance(algorithm.getParameters());
            return "PBES2 of " + name(parts.getKeyDerivationFunc().getAlgorithm()) + " and "
                    + name(parts.getEncryptionScheme().getAlgorithm());
        }
        if (id.equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            PBMAC1Params parts = PBMAC1Params.getInstance(algorithm.getParameters());
            return "PBMAC1 of " + name(parts.getKeyDerivationFunc().getAlgorithm()) + " and "
                    + name(parts.getMessageAuthScheme().getAlgorithm());
        }
        return name(id);
    }

    private static String name(ASN1ObjectIdentifier id) {
        return OTHERS.getOrDefault(id, NAMES.getAlgorithmName(id));
    }
}
