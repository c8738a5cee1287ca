package io.github.isostress.crypto.pin;

import io.github.isostress.crypto.CipherKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How a PIN field is joined with the PAN and enciphered. */
enum Encipherment {
    /** The field alone, once. */
    WITHOUT_PAN {
        @Override
        byte[] encipher(long field, String pan, CipherKey key, RandomGenerator random) {
            ByteBuffer block = ByteBuffer.allocate(Long.BYTES).putLong(field);
            key.encrypt(block.array(), 0, block.array(), 0);
            return block.array();
        }

        @Override
        long decipher(byte[] block, String pan, CipherKey key) {
            ByteBuffer clear = ByteBuffer.allocate(Long.BYTES);
            key.decrypt(block, 0, clear.array(), 0);
            return taken(clear);
        }
    },
    /** The field joined with twelve digits of the PAN, once. */
    WITH_PAN {
        @Override
        byte[] encipher(long field, String pan, CipherKey key, RandomGenerator random) {
            return WITHOUT_PAN.encipher(field ^ AccountField.withoutCheckDigit(pan), pan, key, random);
        }

        @Override
        long decipher(byte[] block, String pan, CipherKey key) {
            return WITHOUT_PAN.decipher(block, pan, key) ^ AccountField.withoutCheckDigit(pan);
        }
    },
    /** The field and as many random bytes, enciphered, joined with the whole PAN, and enciphered again. */
    TWICE {
        @Override
        byte[] encipher(long field, String pan, CipherKey key, RandomGenerator random) {
            ByteBuffer block =
                    ByteBuffer.allocate(2 * Long.BYTES).putLong(field).putLong(random.nextLong());
            key.encrypt(block.array(), 0, block.array(), 0);
            AccountField.joinWhole(block, pan);
            key.encrypt(block.array(), 0, block.array(), 0);
            return block.array();
        }

        @Override
        long decipher(byte[] block, String pan, CipherKey key) {
            ByteBuffer clear = ByteBuffer.allocate(block.length);
            key.decrypt(block, 0, clear.array(), 0);
            AccountField.joinWhole(clear, pan);
            key.decrypt(clear.array(), 0, clear.array(), 0);
            return taken(clear);
        }
    };

    /** The block for a PIN field. */
    abstract byte[] encipher(long field, String pan, CipherKey key, RandomGenerator random);

    /** The PIN field of a block, of another key or PAN some other digits. */
    abstract long decipher(byte[] block, String pan, CipherKey key);

    private static long taken(ByteBuffer clear) {
        long field = clear.getLong(0);
        Arrays.fill(clear.array(), (byte) 0);
        return field;
    }
}
