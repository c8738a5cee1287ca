package io.github.isostress.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.security.KeySerialNumber;
import org.jpos.security.SMAdapter;
import org.jpos.security.SMException;
import org.jpos.security.SecureDESKey;
import org.jpos.security.jceadapter.JCESecurityModule;

/** A second opinion on 3DES: jPOS's security module, under local master keys of its own. */
public final class SecondModule extends JCESecurityModule {
    private static final int BASE_KEY_DIGITS = 6;
    /** Three bytes, the first with the last bits of the device id. */
    private static final int COUNTER_DIGITS = 6;

    private SecondModule(SimpleConfiguration settings) throws ConfigurationException {
        setConfiguration(settings);
    }

    /** A module with new master keys. */
    public static SecondModule begun() {
        try {
            Path masterKeys = Files.createTempFile("second-module", ".lmk");
            Properties settings = new Properties();
            settings.setProperty("provider", BouncyCastleProvider.class.getName());
            settings.setProperty("lmk", masterKeys.toString());
            settings.setProperty("rebuildlmk", "true");
            SecondModule module = new SecondModule(new SimpleConfiguration(settings));
            Files.delete(masterKeys);
            return module;
        } catch (IOException | ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The key for use in the module.
     *
     * @param type one of the constants of {@link SMAdapter}
     * @param hex of 16 bytes with odd parity
     */
    public SecureDESKey key(String type, String hex) throws SMException {
        return formKEYfromClearComponents(SMAdapter.LENGTH_DES3_2KEY, type, hex, "0".repeat(hex.length()));
    }

    /** A KSN of 20 hex digits as the module takes it. */
    public static KeySerialNumber ksn(String hex) {
        int counterAt = hex.length() - COUNTER_DIGITS;
        return new KeySerialNumber(
                hex.substring(0, BASE_KEY_DIGITS), hex.substring(BASE_KEY_DIGITS, counterAt), hex.substring(counterAt));
    }
}
