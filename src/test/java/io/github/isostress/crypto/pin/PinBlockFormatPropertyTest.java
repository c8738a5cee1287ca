package io.github.isostress.crypto.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.SecondModule;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jpos.security.EncryptedPIN;
import org.jpos.security.SMAdapter;
import org.jpos.security.SMException;
import org.jpos.security.SecureDESKey;
import org.jpos.security.Util;

/** Any PIN comes out of its block again, and jPOS finds it there, too. */
class PinBlockFormatPropertyTest {
    private static final SecondModule JPOS = SecondModule.begun();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldGiveBackThePinWhenKeyAndPanAreTheSame(
            @ForAll PinBlockFormat format,
            @ForAll @NumericChars @StringLength(min = 4, max = 12) String pin,
            @ForAll @NumericChars @StringLength(min = 8, max = 19) String pan,
            @ForAll @Size(16) byte[] bytes) {
        CipherKey key = format.algorithm().key(bytes);

        byte[] block = format.encipher(pin, pan, key);

        assertThat(format.decipher(block, pan, key)).contains(pin);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void shouldBeReadByJposWhenWeHaveMadeIt(
            @ForAll("jposFormats") byte jposFormat,
            @ForAll @NumericChars @StringLength(min = 4, max = 12) String pin,
            @ForAll @NumericChars @StringLength(min = 13, max = 19) String pan,
            @ForAll @Size(16) byte[] bytes)
            throws SMException {
        Util.adjustDESParity(bytes);
        SecureDESKey zoneKey = JPOS.key(SMAdapter.TYPE_ZPK, HexFormat.of().formatHex(bytes));

        byte[] block = ours(jposFormat).encipher(pin, pan, CipherKey.tdes(bytes));

        EncryptedPIN read = JPOS.importPIN(new EncryptedPIN(block, jposFormat, pan), zoneKey);
        assertThat(JPOS.decryptPIN(read)).isEqualTo(pin);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void shouldBeReadByUsWhenJposHasMadeIt(
            @ForAll("jposFormats") byte jposFormat,
            @ForAll @NumericChars @StringLength(min = 4, max = 12) String pin,
            @ForAll @NumericChars @StringLength(min = 13, max = 19) String pan,
            @ForAll @Size(16) byte[] bytes)
            throws SMException {
        Util.adjustDESParity(bytes);
        SecureDESKey zoneKey = JPOS.key(SMAdapter.TYPE_ZPK, HexFormat.of().formatHex(bytes));

        byte[] block =
                JPOS.exportPIN(JPOS.encryptPIN(pin, pan), zoneKey, jposFormat).getPINBlock();

        assertThat(ours(jposFormat).decipher(block, pan, CipherKey.tdes(bytes))).contains(pin);
    }

    /** jPOS has no format 3. */
    @Provide
    Arbitrary<Byte> jposFormats() {
        return Arbitraries.of(SMAdapter.FORMAT01, SMAdapter.FORMAT05);
    }

    private static PinBlockFormat ours(byte jposFormat) {
        return jposFormat == SMAdapter.FORMAT01 ? PinBlockFormat.ISO_0 : PinBlockFormat.ISO_1;
    }
}
