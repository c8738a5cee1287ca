package io.github.isostress.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.card.CardVerificationValue;
import io.github.isostress.crypto.card.DynamicCvc3;
import io.github.isostress.crypto.card.PinVerificationValue;
import io.github.isostress.crypto.emv.ApplicationCryptogram;
import io.github.isostress.crypto.emv.ArpcMethod;
import io.github.isostress.crypto.emv.CardKeyOption;
import io.github.isostress.crypto.emv.ChipCard;
import io.github.isostress.crypto.emv.SessionKeyMethod;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.params.DESParameters;
import org.jpos.iso.ISOUtil;
import org.jpos.security.ARPCMethod;
import org.jpos.security.MKDMethod;
import org.jpos.security.SKDMethod;
import org.jpos.security.SMAdapter;
import org.jpos.security.SMException;
import org.jpos.security.SecureDESKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 3DES keys make of random cards and messages is what jPOS's security module makes of them. */
class SecondOpinionTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final SecondModule MODULE = SecondModule.begun();
    private static final int TRIES = 200;

    private final Random random = new Random(2026);

    @Test
    void shouldGiveTheSameCvvWhenTheCardIsRandom() throws SMException {
        for (int i = 0; i < TRIES; i++) {
            String key = key();
            String pan = pan(13 + random.nextInt(7));
            String expiry = digits(4);
            String serviceCode = digits(3);

            assertThat(new CardVerificationValue(ours(key)).of(pan, expiry, serviceCode))
                    .isEqualTo(MODULE.calculateCVD(pan, theirs(SMAdapter.TYPE_CVK, key), null, expiry, serviceCode));
        }
    }

    @Test
    void shouldGiveTheSamePvvWhenCardAndPinAreRandom() throws SMException {
        for (int i = 0; i < TRIES; i++) {
            String key = key();
            String pan = pan(13 + random.nextInt(7));
            String pin = digits(4 + random.nextInt(9));
            int keyIndex = 1 + random.nextInt(6);

            assertThat(new PinVerificationValue(ours(key)).of(pan, String.valueOf(keyIndex), pin))
                    .isEqualTo(MODULE.calculatePVV(
                            MODULE.encryptPIN(pin, pan), theirs(SMAdapter.TYPE_PVK, key), null, keyIndex));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VSDC,     A, NONE,       NONE",
        "EMV_CSKD, A, COMMON,     COMMON",
        "EMV_CSKD, B, COMMON,     COMMON",
        "MCHIP,    A, MASTERCARD, NONE",
    })
    void shouldGiveTheSameCryptogramAndAnswersWhenTheTransactionIsRandom(
            SKDMethod theirMethod, CardKeyOption option, SessionKeyMethod method, SessionKeyMethod answerMethod)
            throws SMException {
        MKDMethod derivation = option == CardKeyOption.A ? MKDMethod.OPTION_A : MKDMethod.OPTION_B;
        for (int i = 0; i < TRIES; i++) {
            String key = key();
            SecureDESKey theirs = theirs(SMAdapter.TYPE_MK_AC, key);
            ChipCard card = new ChipCard(pan(option == CardKeyOption.B ? 16 + random.nextInt(4) : 16), digits(2));
            CipherKey own = option.derive(ours(key), card);
            byte[] counter = bytes(2);
            byte[] number = bytes(4);
            byte[] data = bytes(8 * (1 + random.nextInt(6)));
            byte[] code = bytes(2);

            byte[] arqc = ApplicationCryptogram.of(method.derive(own, counter, number), data, MacPadding.NONE);
            byte[] arpc = ArpcMethod.ONE.cryptogram(answerMethod.derive(own, counter, number), arqc, code);

            assertThat(MODULE.verifyARQCGenerateARPC(
                            derivation,
                            theirMethod,
                            theirs,
                            card.pan(),
                            card.sequence(),
                            arqc,
                            counter,
                            number,
                            data,
                            ARPCMethod.METHOD_1,
                            code,
                            null))
                    .isEqualTo(arpc);
        }
    }

    @Test
    void shouldGiveTheSameAnswerWhenItIsACardStatusUpdate() throws SMException {
        for (int i = 0; i < TRIES; i++) {
            String key = key();
            ChipCard card = new ChipCard(pan(16), digits(2));
            byte[] counter = bytes(2);
            byte[] arqc = bytes(8);
            byte[] update = bytes(4);
            byte[] issuersOwn = bytes(random.nextInt(9));
            CipherKey session =
                    SessionKeyMethod.COMMON.derive(CardKeyOption.A.derive(ours(key), card), counter, new byte[0]);

            assertThat(ArpcMethod.TWO.cryptogram(session, arqc, ISOUtil.concat(update, issuersOwn)))
                    .isEqualTo(MODULE.generateARPC(
                            MKDMethod.OPTION_A,
                            SKDMethod.EMV_CSKD,
                            theirs(SMAdapter.TYPE_MK_AC, key),
                            card.pan(),
                            card.sequence(),
                            arqc,
                            counter,
                            null,
                            ARPCMethod.METHOD_2,
                            update,
                            issuersOwn));
        }
    }

    @Test
    void shouldGiveTheSameCvc3WhenTheTransactionIsRandom() throws SMException {
        for (int i = 0; i < TRIES; i++) {
            String key = key();
            ChipCard card = new ChipCard(pan(16), digits(2));
            byte[] track = HEX.parseHex(card.pan() + "D" + digits(7) + digits(13) + "F");
            byte[] counter = bytes(2);
            byte[] number = bytes(4);

            String ours = DynamicCvc3.of(CardKeyOption.A.derive(ours(key), card), track, counter, number);

            assertThat(MODULE.verifyCVC3(
                            theirs(SMAdapter.TYPE_MK_CVC3, key),
                            card.pan(),
                            card.sequence(),
                            counter,
                            number,
                            track,
                            MKDMethod.OPTION_A,
                            ours))
                    .isTrue();
        }
    }

    @Test
    void shouldGiveTheSameMacsWhenDataAreRandom() throws SMException {
        for (int i = 0; i < TRIES; i++) {
            String key = key();
            byte[] data = bytes(1 + random.nextInt(300));
            SecureDESKey theirs = theirs(SMAdapter.TYPE_TAK, key);

            assertThat(MacAlgorithm.RETAIL
                            .with(ours(key), MacPadding.BIT_AND_ZEROS, 8)
                            .of(data))
                    .isEqualTo(MODULE.generateCBC_MAC(data, theirs));
            assertThat(MacAlgorithm.CBC.with(ours(key), MacPadding.ZEROS, 4).of(data))
                    .isEqualTo(MODULE.generateEDE_MAC(data, theirs));
        }
    }

    private static CipherKey ours(String key) {
        return CipherKey.tdes(HEX.parseHex(key));
    }

    private static SecureDESKey theirs(String type, String key) throws SMException {
        return MODULE.key(type, key);
    }

    private String key() {
        byte[] key = bytes(16);
        DESParameters.setOddParity(key);
        return HEX.formatHex(key);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String pan(int length) {
        return "5" + digits(length - 1);
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        random.ints(length, 0, 10).forEach(digits::append);
        return digits.toString();
    }
}
