package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A new key in the form in which it is sent. Its text tells name, use, length and check value alone. Immutable.
 *
 * @param key ready for use
 * @param text the key block, or hex digits in upper case
 */
public record SentKey(NamedKey key, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * A random key in the place of another one: of its name, use, algorithm and length.
     *
     * @param form one under a key; key blocks are of version B under 3DES, of version D under AES
     * @throws IllegalArgumentException with one clear sentence if the KEK cannot protect such a key in that form
     */
    public static SentKey insteadOf(NamedKey before, KeyForm form, CipherKey kek) {
        NamedKey fresh = new NamedKey(before.name(), before.use(), random(before.key()));
        return new SentKey(fresh, text(fresh, form, kek));
    }

    private static CipherKey random(CipherKey before) {
        byte[] bytes = new byte[before.length()];
        RANDOM.nextBytes(bytes);
        try {
            KeyParity.ADJUSTED.apply(bytes, before.algorithm());
            return before.algorithm() == CipherAlgorithm.AES ? CipherKey.aes(bytes) : CipherKey.tdes(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static String text(NamedKey key, KeyForm form, CipherKey kek) {
        if (!form.isUnderKey()) {
            throw new IllegalArgumentException("a key is sent under another one: as tr31, ecb or cbc");
        }
        if (form == KeyForm.TR31) {
            KeyBlockVersion version = kek.algorithm() == CipherAlgorithm.AES ? KeyBlockVersion.D : KeyBlockVersion.B;
            KeyBlockHeader header =
                    KeyBlockHeader.of(version, key.use(), key.key().algorithm());
            return KeyBlock.write(header, key.key(), kek);
        }
        byte[] clear = key.key().bytes();
        try {
            return HEX.formatHex(
                    form == KeyForm.ECB
                            ? kek.encryptEcb(clear)
                            : kek.encryptCbc(clear, new byte[kek.algorithm().blockLength()]));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
