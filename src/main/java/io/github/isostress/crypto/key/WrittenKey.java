package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.Optional;

/**
 * A key as a line or a message has it, not yet read. Immutable; its text tells nothing of the value.
 *
 * @param use what the key is for
 * @param algorithm as it is written; empty if it follows from the use or the key block
 * @param form how the value is written
 * @param value hex digits, components or a key block
 * @param checkValue the expected one in hex digits, of any even number; empty if none is expected
 */
public record WrittenKey(
        KeyUse use, Optional<CipherAlgorithm> algorithm, KeyForm form, String value, Optional<String> checkValue) {
    private static final String COMPONENT_SEPARATOR = "\\+";
    private static final int FEWEST_COMPONENTS = 2;
    private static final int MOST_COMPONENTS = 3;

    /**
     * The key.
     *
     * @param kek the key it is under; not looked at if the form needs none
     * @throws IllegalArgumentException with one clear sentence, which shows no digit of a key
     */
    public CipherKey read(Optional<CipherKey> kek, KeyParity parity) {
        CipherKey key = form == KeyForm.TR31 ? inKeyBlock(needed(kek), parity) : inDigits(kek, parity);
        checkValue.ifPresent(expected -> new ExpectedCheckValue(expected).require(key));
        return key;
    }

    private CipherKey needed(Optional<CipherKey> kek) {
        return kek.orElseThrow(() -> new IllegalArgumentException(
                "a key in the form " + form + " needs the key it is under, as in under=TMK"));
    }

    private CipherKey inKeyBlock(CipherKey kbpk, KeyParity parity) {
        KeyDigits.requireResolved(form.toString(), value);
        KeyBlock block = KeyBlock.read(value);
        CipherAlgorithm held = block.header().cipherAlgorithm();
        algorithm.or(use::algorithm).filter(needed -> needed != held).ifPresent(needed -> {
            throw new IllegalArgumentException("the key block holds a key of " + held + ", but needed is " + needed);
        });
        byte[] bytes = block.open(kbpk, use).bytes();
        return ready(bytes, held, parity);
    }

    private CipherKey inDigits(Optional<CipherKey> kek, KeyParity parity) {
        CipherAlgorithm known = algorithm
                .or(use::algorithm)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the algorithm is missing: a key for " + use + " may be one of 3des or aes"));
        use.algorithm().filter(needed -> needed != known).ifPresent(needed -> {
            throw new IllegalArgumentException("a key for " + use + " is one of " + needed + ", not of " + known);
        });
        if (form == KeyForm.COMPONENTS) {
            return ready(combined(), known, parity);
        }
        byte[] digits = KeyDigits.read(form.toString(), value);
        if (!form.isUnderKey()) {
            return ready(digits, known, parity);
        }
        CipherKey key = needed(kek);
        return ready(
                form == KeyForm.ECB
                        ? key.decryptEcb(digits)
                        : key.decryptCbc(digits, new byte[key.algorithm().blockLength()]),
                known,
                parity);
    }

    /** Clears the bytes. */
    private static CipherKey ready(byte[] bytes, CipherAlgorithm algorithm, KeyParity parity) {
        try {
            parity.apply(bytes, algorithm);
            return algorithm.key(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] combined() {
        String[] components = value.split(COMPONENT_SEPARATOR, -1);
        if (components.length < FEWEST_COMPONENTS || components.length > MOST_COMPONENTS) {
            throw new IllegalArgumentException(
                    "a key has 2 or 3 components, joined by +, but there are " + components.length);
        }
        byte[] key = KeyDigits.read("component 1", components[0]);
        for (int i = 1; i < components.length; i++) {
            byte[] component = KeyDigits.read("component " + (i + 1), components[i]);
            if (component.length != key.length) {
                throw new IllegalArgumentException("component " + (i + 1) + " has "
                        + Plural.of(component.length, "byte") + ", but component 1 has " + key.length);
            }
            for (int j = 0; j < key.length; j++) {
                key[j] ^= component[j];
            }
            Arrays.fill(component, (byte) 0);
        }
        return key;
    }

    @Override
    public String toString() {
        return use + " key in the form " + form;
    }
}
