package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.card.PinOffset;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.support.TestMessages;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PIN blocks that the host verifies; those of the tests are published, or made by the JDK alone. */
class PinAnswerTest {
    private static final String PACKAGER = "iso87binary";
    private static final String ZPK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String AES_BDK = "FEDCBA9876543210F1F1F1F1F1F1F1F1";
    private static final String FIXED_PIN = "verify 52:= pinblock format=0 key=ZPK pin=1234";
    private static final Keys KEYS = Keys.NONE
            .with(new NamedKey("ZPK", KeyUse.PIN, CipherKey.tdes(hex(ZPK))))
            .with(new NamedKey("PVK", KeyUse.PVK, CipherKey.tdes(hex(ZPK))))
            .with(new NamedKey("MAK", KeyUse.MAC, CipherKey.tdes(hex(ZPK))))
            .with(new NamedKey("BDK", KeyUse.BDK_TDES, CipherKey.tdes(hex(ZPK))))
            .with(new NamedKey("BDK-A", KeyUse.BDK_AES, CipherKey.aes(hex(AES_BDK))));

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static EmbeddedHost host(String seals) {
        return EmbeddedHost.start(SealedClient.settings(PACKAGER, seals, "", KEYS));
    }

    private static ISOMsg purchase(String pan) {
        ISOMsg purchase = TestMessages.purchase(PACKAGER, "000007");
        purchase.set(2, pan);
        return purchase;
    }

    /** A block of format 0 (ISO 9564-1, 9.3.2) under the ZPK, for a PIN of four digits. */
    private static ISOMsg withPin(ISOMsg purchase, String pin) throws Exception {
        byte[] block = hex("04" + pin + "FFFFFFFFFF");
        String pan = purchase.getString(2);
        byte[] account = hex("0000" + pan.substring(pan.length() - 13, pan.length() - 1));
        for (int i = 0; i < block.length; i++) {
            block[i] ^= account[i];
        }
        Cipher cipher = Cipher.getInstance("DESede/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hex(ZPK + ZPK.substring(0, 16)), "DESede"));
        purchase.set(52, cipher.doFinal(block));
        return purchase;
    }

    private static String answerOf(EmbeddedHost host, ISOMsg request) throws Exception {
        try (RawClient client = new RawClient(host)) {
            client.send(RawClient.frame(request));
            return client.readMessage(PACKAGER).getString(39);
        }
    }

    @Test
    void shouldApproveTheRightPinAloneWhenAllCardsHaveOne() throws Exception {
        try (EmbeddedHost host = host(FIXED_PIN)) {
            assertThat(answerOf(host, withPin(purchase("4012345678909"), "1234")))
                    .isEqualTo("00");
            assertThat(answerOf(host, withPin(purchase("4012345678909"), "1235")))
                    .isEqualTo("55");
            assertThat(answerOf(host, purchase("4012345678909"))).isEqualTo("55");
            ISOMsg noBlock = purchase("4012345678909");
            noBlock.set(52, new byte[8]);
            assertThat(answerOf(host, noBlock)).isEqualTo("55");
            assertThat(host.record().refusals()).isEqualTo(Map.of("PIN wrong", 2L, "PIN missing", 1L));
        }
    }

    /** The PVV 8523 is that of the published example. */
    @ParameterizedTest
    @CsvSource({
        "verify 52:= pinblock format=0 key=ZPK pvk=PVK pvv=@35,         4524, 00",
        "verify 52:= pinblock format=0 key=ZPK pvk=PVK pvv=@35,         4525, 55",
        "verify 52:= pinblock format=0 key=ZPK pvk=PVK pvki=1 pvv=8523, 4524, 00",
        "verify 52:= pinblock format=0 key=ZPK pvk=PVK pvki=2 pvv=8523, 4524, 55",
        "verify 52:= pinblock format=0 key=ZPK pvk=PVK or 75,           4525, 75",
    })
    void shouldCompareThePinWithTheCardsPvvWhenAPvkIsNamed(String seals, String pin, String code) throws Exception {
        try (EmbeddedHost host = host(seals)) {
            ISOMsg request = withPin(purchase("1122334455667788"), pin);
            request.set(35, "1122334455667788=3012201" + "1" + "8523" + "000");

            assertThat(answerOf(host, request)).as(host.record().toString()).isEqualTo(code);
        }
    }

    @Test
    void shouldApproveTheNaturalPinWithTheOffsetAloneWhenThePlansPinsHaveOne() throws Exception {
        String pan = "1122334455667788";
        String chosen = new PinOffset(CipherKey.tdes(hex(ZPK)), PinOffset.USUAL_TABLE)
                .pin(PinOffset.validationData(pan), "1234");
        try (EmbeddedHost host = host("verify 52:= pinblock format=0 key=ZPK pvk=PVK offset=1234")) {
            assertThat(answerOf(host, withPin(purchase(pan), chosen))).isEqualTo("00");
            assertThat(answerOf(host, withPin(purchase("1122334455667796"), chosen)))
                    .isEqualTo("55");
        }
    }

    @Test
    void shouldDecipherThePublishedBlocksWhenTheirKeysFollowFromTheKsn() throws Exception {
        ISOMsg tdes = purchase("4012345678909");
        tdes.set(52, hex("1B9C1845EB993A7A"));
        tdes.set(62, "FFFF9876543210E00001");
        ISOMsg aes = purchase("4111111111111111");
        aes.set(48, "A912150391AB65A67E52883D81CE2D15");
        aes.set(62, "123456789012345600000001");
        try (EmbeddedHost host = host("verify if present 52:= pinblock format=0 key=BDK ksn=@62 pin=1234\n"
                + "verify if present 48:= pinblock format=4 key=BDK-A ksn=@62 pin=1234")) {
            assertThat(answerOf(host, tdes)).isEqualTo("00");
            assertThat(answerOf(host, aes)).isEqualTo("00");
            tdes.set(62, "FFFF9876543210E00002");
            assertThat(answerOf(host, tdes)).isEqualTo("55");
            tdes.set(62, "FFFF98");
            assertThat(answerOf(host, tdes)).isEqualTo("55");
            assertThat(host.record().refusals()).isEqualTo(Map.of("PIN wrong", 1L, "PIN not verifiable", 1L));
        }
    }

    @Test
    void shouldLookAtTheMacFirstWhenMacAndPinAreWrong() throws Exception {
        try (EmbeddedHost host = host(FIXED_PIN + "\nverify 64:= mac key=MAK")) {
            ISOMsg request = withPin(purchase("4012345678909"), "9999");
            request.set(64, new byte[8]);

            assertThat(answerOf(host, request)).isEqualTo("88");
            assertThat(host.record().refusals()).containsOnlyKeys("MAC wrong");
        }
    }

    @Test
    void shouldTellNoSecretWhenItRefuses() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        String seals = "verify 52:= pinblock format=0 key=ZPK pin=1974\nverify if present 48:= cvv key=CVK expiry=3012"
                + " service=201\nsign 62:= kcv key=@60";
        HostSettings settings = SealedClient.settings(
                PACKAGER, seals, "", KEYS.with(new NamedKey("CVK", KeyUse.CVK, CipherKey.tdes(hex(ZPK)))));
        try (EmbeddedHost host = EmbeddedHost.start(settings, new HostLog(told::add))) {
            answerOf(host, withPin(purchase("4012345678909123"), "8642"));
            ISOMsg otherCvv = withPin(purchase("4012345678909123"), "1974");
            otherCvv.set(48, "987");
            answerOf(host, otherCvv);

            assertThat(host.record().refusals()).containsOnlyKeys("PIN wrong", "CVV wrong");
            told.add(host.record().toString());
            told.add(settings.toString());
            assertThat(told)
                    .hasSize(5)
                    .allSatisfy(sentence -> assertThat(sentence)
                            .doesNotContainIgnoringCase(ZPK)
                            .doesNotContain("1974", "8642", "987", "4012345678909123", "041974"));
        }
    }
}
