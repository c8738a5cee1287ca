package io.github.isostress.crypto.dukpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.SecondModule;
import io.github.isostress.crypto.pin.PinBlockFormat;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jpos.security.EncryptedPIN;
import org.jpos.security.SMAdapter;
import org.jpos.security.SMException;
import org.jpos.security.SecureDESKey;
import org.jpos.security.Util;

/** Whatever was derived before, a transaction has its own keys; with 3DES they are those of jPOS. */
class DukptPropertyTest {
    private static final SecondModule JPOS = SecondModule.begun();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void shouldHaveTheSamePinAsJposWhenTheBdkIsOf3Des(
            @ForAll @Size(16) byte[] bdk,
            @ForAll long id,
            @ForAll @LongRange(min = 1, max = 0x1F_F800) long counter,
            @ForAll @NumericChars @StringLength(min = 4, max = 12) String pin,
            @ForAll @NumericChars @StringLength(min = 13, max = 19) String pan)
            throws SMException {
        Assume.that(DukptScheme.TDES.allows(counter));
        Util.adjustDESParity(bdk);
        SecureDESKey theirs = JPOS.key(SMAdapter.TYPE_BDK, HEX.formatHex(bdk));
        Ksn ksn = new Ksn(DukptScheme.TDES, id >>> 5, counter);
        CipherKey pinKey = new Dukpt(CipherKey.tdes(bdk)).key(ksn, WorkingKeyUse.PIN);

        byte[] block = PinBlockFormat.ISO_0.encipher(pin, pan, pinKey);

        EncryptedPIN read = JPOS.importPIN(
                new EncryptedPIN(block, SMAdapter.FORMAT01, pan), SecondModule.ksn(ksn.toString()), theirs, true);
        assertThat(JPOS.decryptPIN(read)).isEqualTo(pin);
    }

    @Property(tries = 100)
    void shouldGiveTheSameKeysWhenManyThreadsAskInAnyOrder(
            @ForAll CipherAlgorithm algorithm,
            @ForAll @Size(16) byte[] bdk,
            @ForAll @Size(min = 2, max = 60) List<@LongRange(min = 1, max = 5_000) Long> counters) {
        Dukpt shared = new Dukpt(algorithm.key(bdk));
        Ksn initial = new Ksn(DukptScheme.of(algorithm), 42, 0);

        List<String> asked = counters.parallelStream()
                .filter(initial.scheme()::allows)
                .map(counter -> key(shared, initial.at(counter)))
                .toList();

        assertThat(asked)
                .isEqualTo(counters.stream()
                        .filter(initial.scheme()::allows)
                        .map(counter -> key(new Dukpt(algorithm.key(bdk)), initial.at(counter)))
                        .toList());
    }

    @Property(tries = 2)
    void shouldGiveTheSameKeysWhenTerminalsWereForgotten(
            @ForAll CipherAlgorithm algorithm, @ForAll @IntRange(min = 1, max = 1_000) int counter) {
        CipherKey bdk = algorithm.key(new byte[16]);
        Dukpt shared = new Dukpt(bdk);
        Ksn first = new Ksn(shared.scheme(), 0, 0).at(counter);
        String known = key(shared, first);

        IntStream.rangeClosed(1, 10_001).forEach(id -> key(shared, new Ksn(shared.scheme(), id, counter)));

        assertThat(key(shared, first)).isEqualTo(known).isEqualTo(key(new Dukpt(bdk), first));
    }

    private static String key(Dukpt dukpt, Ksn ksn) {
        return HEX.formatHex(dukpt.key(ksn, WorkingKeyUse.MAC_RESPONSE).bytes());
    }
}
