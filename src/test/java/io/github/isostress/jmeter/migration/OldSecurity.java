package io.github.isostress.jmeter.migration;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Arrays;
import java.util.Properties;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOUtil;
import org.jpos.security.EncryptedPIN;
import org.jpos.security.KeySerialNumber;
import org.jpos.security.MKDMethod;
import org.jpos.security.SKDMethod;
import org.jpos.security.SMAdapter;
import org.jpos.security.SecureDESKey;
import org.jpos.security.jceadapter.JCEHandler;
import org.jpos.security.jceadapter.JCESecurityModule;

/** jPOS's security module by those of its methods that the old plugin has called: what it would have computed. */
final class OldSecurity extends JCESecurityModule {
    private OldSecurity(SimpleConfiguration settings) throws ConfigurationException {
        setConfiguration(settings);
    }

    static OldSecurity begun() throws IOException, ConfigurationException {
        Path masterKeys = Files.createTempFile("old-security", ".lmk");
        Properties settings = new Properties();
        settings.setProperty("provider", BouncyCastleProvider.class.getName());
        settings.setProperty("lmk", masterKeys.toString());
        settings.setProperty("rebuildlmk", "true");
        OldSecurity security = new OldSecurity(new SimpleConfiguration(settings));
        Files.delete(masterKeys);
        return security;
    }

    private Object call(String name, Class<?>[] types, Object... arguments) throws ReflectiveOperationException {
        Method method = JCESecurityModule.class.getDeclaredMethod(name, types);
        method.setAccessible(true);
        return method.invoke(this, arguments);
    }

    private JCEHandler handler() throws ReflectiveOperationException {
        Field field = JCESecurityModule.class.getDeclaredField("jceHandler");
        field.setAccessible(true);
        return (JCEHandler) field.get(this);
    }

    private static Key key(String hex) {
        return new SecretKeySpec(ISOUtil.hex2byte(hex), "DESede");
    }

    byte[] clearBlock(String pin, int format, String pan) throws Exception {
        return (byte[]) call(
                "calculatePINBlock",
                new Class<?>[] {String.class, byte.class, String.class},
                pin,
                (byte) format,
                EncryptedPIN.extractAccountNumberPart(pan));
    }

    byte[] enciphered(byte[] block, String key) throws Exception {
        return handler().encryptData(block, key(key));
    }

    /** Under the key of a transaction, by a KSN of 16 digits. */
    byte[] encipheredUnderDukpt(byte[] block, String bdk, String ksn) throws Exception {
        KeySerialNumber number = new KeySerialNumber(ksn.substring(0, 6), ksn.substring(6, 11), ksn.substring(11, 16));
        Object derived = call(
                "calculateDerivedKey",
                new Class<?>[] {KeySerialNumber.class, SecureDESKey.class, boolean.class, boolean.class},
                number,
                formed(SMAdapter.TYPE_BDK, bdk),
                true,
                false);
        return (byte[]) call("specialEncrypt", new Class<?>[] {byte[].class, byte[].class}, block, derived);
    }

    private SecureDESKey formed(String type, String hex) throws Exception {
        return formKEYfromClearComponents(SMAdapter.LENGTH_DES3_2KEY, type, hex, "0".repeat(hex.length()));
    }

    byte[] cryptogram(SKDMethod method, String key, String pan, String sequence, String counter, String un, String data)
            throws Exception {
        Class<?>[] types = {
            MKDMethod.class,
            SKDMethod.class,
            SecureDESKey.class,
            String.class,
            String.class,
            byte[].class,
            byte[].class,
            byte[].class
        };
        return (byte[]) call(
                "calculateARQC",
                types,
                MKDMethod.OPTION_A,
                method,
                formed("MK-AC", key),
                pan,
                sequence,
                ISOUtil.hex2byte(counter),
                ISOUtil.hex2byte(un),
                ISOUtil.hex2byte(data));
    }

    /** The MAC over a packed message without its last eight bytes, filled with FF to eight. */
    byte[] mac(byte[] packed, String key, String algorithm) throws Exception {
        byte[] covered = Arrays.copyOf(packed, packed.length - 8);
        Key secret = new SecretKeySpec(ISOUtil.hex2byte(key), algorithm);
        byte[] mac = handler().generateMAC(covered, secret, algorithm);
        byte[] filled = Arrays.copyOf(mac, 8);
        Arrays.fill(filled, Math.min(8, mac.length), 8, (byte) 0xFF);
        return filled;
    }
}
