package io.github.isostress.seal;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyBlock;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.codec.HexDigits;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.Optional;

/**
 * A key that the answer to a session message brings. Immutable and thread-safe.
 *
 * @param name of the key that it replaces
 * @param path the element that holds it
 * @param form how it is written
 * @param under the name of the key under which it is enciphered
 * @param checkValue the element that holds its check value; empty for none
 */
record NewKey(String name, ElementPath path, Form form, String under, Optional<ElementPath> checkValue) {
    private static final byte[] ZEROS = new byte[CipherAlgorithm.AES.blockLength()];

    /** How a key is written in an element. */
    enum Form {
        /** A key block of TR-31 or X9.143. */
        TR31,
        /** Enciphered block by block. */
        ECB,
        /** Enciphered in a chain that begins with zeros. */
        CBC
    }

    /**
     * The key in an answer.
     *
     * @param keys those in force, with the one that it replaces
     * @return empty if the answer does not have the element
     * @throws IllegalArgumentException with the rule that the answer breaks; never with a key
     */
    Optional<NamedKey> in(DecodedMessage answer, Keys keys) {
        return answer.value(path).map(value -> {
            try {
                return key(value.strip(), answer, keys);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "new key " + name + " in element " + path + ": " + e.getMessage(), e);
            }
        });
    }

    private NamedKey key(String value, DecodedMessage answer, Keys keys) {
        NamedKey replaced = keys.get(name, KeyUse.values());
        CipherKey kek = keys.get(under, KeyUse.KEK).key();
        NamedKey key = new NamedKey(name, replaced.use(), opened(value, replaced, kek));
        checkValue.ifPresent(element -> requireCheckValue(element, answer, key));
        return key;
    }

    private CipherKey opened(String value, NamedKey replaced, CipherKey kek) {
        if (form == Form.TR31) {
            return KeyBlock.read(value).open(kek, replaced.use());
        }
        byte[] enciphered = HexDigits.parse(value);
        if (enciphered.length == 0 || enciphered.length % kek.algorithm().blockLength() != 0) {
            throw new IllegalArgumentException("its " + Plural.of(enciphered.length, "byte is", "bytes are")
                    + " no whole blocks of " + kek.algorithm().blockLength());
        }
        byte[] clear = form == Form.ECB
                ? kek.decryptEcb(enciphered)
                : kek.decryptCbc(
                        enciphered, Arrays.copyOf(ZEROS, kek.algorithm().blockLength()));
        try {
            return replaced.key().algorithm() == CipherAlgorithm.TDES ? CipherKey.tdes(clear) : CipherKey.aes(clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private static void requireCheckValue(ElementPath element, DecodedMessage answer, NamedKey key) {
        String given = answer.value(element)
                .map(String::strip)
                .orElseThrow(() -> new IllegalArgumentException(
                        "its check value should stand in element " + element + ", which the answer does not have"));
        int bytes = Math.max(1, given.length() / 2);
        String found =
                key.key().checkValue(Math.min(bytes, key.key().algorithm().blockLength()));
        if (!found.equalsIgnoreCase(given)) {
            throw new IllegalArgumentException("its check value is " + found + ", and the answer says another");
        }
    }
}
