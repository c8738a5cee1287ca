package io.github.isostress.support.signing;

import io.github.isostress.support.TestMessages;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jpos.iso.ISOMsg;

/** MACs as the JCE makes them, with none of the product's code. */
public final class JceMac {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int BLOCK = 8;

    private JceMac() {}

    /** The CMAC with AES: 16 bytes. */
    public static byte[] aesCmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("AESCMAC", PROVIDER);
            mac.init(new SecretKeySpec(key, "AES"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** ISO 9797-1 algorithm 3 with padding 1: 8 bytes, of a 3DES key of 16 bytes. */
    public static byte[] retail(byte[] key, byte[] data) {
        byte[] left = Arrays.copyOf(key, BLOCK);
        byte[] right = Arrays.copyOfRange(key, BLOCK, 2 * BLOCK);
        byte[] padded = Arrays.copyOf(data, (data.length + BLOCK - 1) / BLOCK * BLOCK);
        byte[] chained = des("CBC", Cipher.ENCRYPT_MODE, left, padded);
        byte[] last = Arrays.copyOfRange(chained, chained.length - BLOCK, chained.length);
        return des("ECB", Cipher.ENCRYPT_MODE, left, des("ECB", Cipher.DECRYPT_MODE, right, last));
    }

    /** A message whose DE 64 is the last element, 8 bytes, and holds the retail MAC of all that stands before it. */
    public static byte[] signed(ISOMsg message, byte[] key) {
        message.set(64, new byte[BLOCK]);
        byte[] packed = TestMessages.pack(message);
        byte[] mac = retail(key, Arrays.copyOf(packed, packed.length - BLOCK));
        System.arraycopy(mac, 0, packed, packed.length - BLOCK, BLOCK);
        return packed;
    }

    private static byte[] des(String mode, int direction, byte[] key, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("DES/" + mode + "/NoPadding");
            cipher.init(
                    direction,
                    new SecretKeySpec(key, "DES"),
                    mode.equals("CBC") ? new IvParameterSpec(new byte[BLOCK]) : null);
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
