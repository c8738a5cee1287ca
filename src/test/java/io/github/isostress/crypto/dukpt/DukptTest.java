package io.github.isostress.crypto.dukpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.Cmac;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of transactions are those that the standards and others have published. */
class DukptTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final CipherKey TDES_BDK = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
    private static final CipherKey AES_BDK = CipherKey.aes(HEX.parseHex("FEDCBA9876543210F1F1F1F1F1F1F1F1"));
    private static final CipherKey AES_256_BDK =
            CipherKey.aes(HEX.parseHex("FEDCBA9876543210F1F1F1F1F1F1F1F1FEDCBA9876543210F1F1F1F1F1F1F1F1"));
    private static final Ksn TDES_KSN = DukptScheme.TDES.read("FFFF9876543210E00001");
    private static final Ksn AES_KSN =
            DukptScheme.AES.initial("1234567890123456").at(1);
    private static final byte[] TEXT = "4012345678909D987".getBytes(StandardCharsets.US_ASCII);

    private static String hex(CipherKey key) {
        return HEX.formatHex(key.bytes());
    }

    private static String transactionKey(BaseKey base, Ksn ksn) {
        KeyPath path = base.pathOf(ksn.initialKeyId());
        byte[] key = path.initialKey();
        long counter = 0;
        while (counter != ksn.counter()) {
            long next = counter | Long.highestOneBit(ksn.counter() ^ counter);
            key = path.next(key, counter, next);
            counter = next;
        }
        return HEX.formatHex(key);
    }

    @Test
    void shouldGiveThePublishedKeysWhenTheBdkIsOf3Des() {
        BaseKey base = new TdesBaseKey(TDES_BDK);

        assertThat(HEX.formatHex(base.pathOf(TDES_KSN.initialKeyId()).initialKey()))
                .isEqualTo("6AC292FAA1315B4D858AB3A3D7D5933A");
        assertThat(transactionKey(base, TDES_KSN)).isEqualTo("042666B49184CFA368DE9628D0397BC9");
    }

    @Test
    void shouldGiveThePublishedPinBlockWhenTheBdkIsOf3Des() {
        CipherKey pinKey = new Dukpt(TDES_BDK).key(TDES_KSN, WorkingKeyUse.PIN);

        assertThat(HEX.formatHex(pinKey.encryptEcb(HEX.parseHex("041274EDCBA9876F"))))
                .isEqualTo("1B9C1845EB993A7A");
    }

    @ParameterizedTest
    @CsvSource({"MAC_REQUEST, 9CCC7817", "MAC_RESPONSE, 20364223"})
    void shouldGiveThePublishedMacWhenTheBdkIsOf3Des(WorkingKeyUse use, String published) {
        CipherKey macKey = new Dukpt(TDES_BDK).key(TDES_KSN, use);

        // ANSI X9.19: CBC under the left half, the last block also under the right one.
        byte[] chain = macKey.half(0).encryptCbc(Arrays.copyOf(TEXT, 24), new byte[8]);
        byte[] last = Arrays.copyOfRange(chain, 16, 24);
        byte[] mac = macKey.half(0).encryptEcb(macKey.half(1).decryptEcb(last));

        assertThat(HEX.formatHex(mac)).startsWith(published);
    }

    @Test
    void shouldGiveThePublishedInitialKeysWhenTheBdkIsOfAes() {
        assertThat(HEX.formatHex(
                        new AesBaseKey(AES_BDK).pathOf(AES_KSN.initialKeyId()).initialKey()))
                .isEqualTo("1273671EA26AC29AFA4D1084127652A1");
        assertThat(HEX.formatHex(new AesBaseKey(AES_256_BDK)
                        .pathOf(AES_KSN.initialKeyId())
                        .initialKey()))
                .isEqualTo("CE9CE0C101D1138F97FB6CAD4DF045A7083D4EAE2D35A31789D01CCF0949550F");
    }

    @ParameterizedTest
    @CsvSource({
        "1,      4F21B565BAD9835E112B6465635EAE44",
        "1FFFE,  E21E8C8D347F8561A2BE752DAA85A111",
        "20000,  F7AE9025468A25D37B7249CFFED224C8"
    })
    void shouldGiveThePublishedTransactionKeysWhenTheBdkIsOfAes(String counter, String published) {
        assertThat(transactionKey(new AesBaseKey(AES_BDK), AES_KSN.at(Long.parseLong(counter, 16))))
                .isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource({
        "PIN,          AF8CB133A78F8DC2D1359F18527593FB",
        "MAC_REQUEST,  A2DC23DE6FDE0824A2BC321E08E4B8B7",
        "DATA_REQUEST, A35C412EFD41FDB98B69797C02DCD08F"
    })
    void shouldGiveThePublishedWorkingKeysWhenTheBdkIsOfAes(WorkingKeyUse use, String published) {
        assertThat(hex(new Dukpt(AES_BDK).key(AES_KSN, use))).isEqualTo(published);
    }

    @Test
    void shouldGiveThePublishedPinBlockWhenTheBdkIsOfAes() {
        CipherKey pinKey = new Dukpt(AES_BDK).key(AES_KSN, WorkingKeyUse.PIN);
        byte[] field = pinKey.encryptEcb(HEX.parseHex("441234AAAAAAAAAA2F69ADDE2E9E7ACE"));
        byte[] account = HEX.parseHex("44111111111111111000000000000000");
        for (int i = 0; i < field.length; i++) {
            field[i] ^= account[i];
        }

        assertThat(HEX.formatHex(pinKey.encryptEcb(field))).isEqualTo("A912150391AB65A67E52883D81CE2D15");
    }

    @ParameterizedTest
    @CsvSource({"MAC_REQUEST,  A2EB5C1C35809E58404E873C3C411E31", "MAC_RESPONSE, DD4E1895FD9BF53D8DAF25568ABF551D"})
    void shouldGiveThePublishedMacWhenTheBdkIsOfAes(WorkingKeyUse use, String published) {
        CipherKey macKey = new Dukpt(AES_BDK).key(AES_KSN, use);

        assertThat(HEX.formatHex(new Cmac(macKey).of(TEXT))).isEqualTo(published);
    }

    @ParameterizedTest
    @EnumSource(WorkingKeyUse.class)
    void shouldGiveEachTypeAKeyOfItsOwnWhenTheBdkIsOfAes256(WorkingKeyUse use) {
        Dukpt dukpt = new Dukpt(AES_256_BDK);

        assertThat(WorkingKeyType.values())
                .extracting(type -> HEX.formatHex(dukpt.bytes(AES_KSN, use, type)))
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key.length()).isIn(32, 48, 64));
    }

    @Test
    void shouldSayWhatIsMissingWhenThereIsNoSuchKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dukpt(AES_BDK).bytes(AES_KSN, WorkingKeyUse.PIN, WorkingKeyType.AES_256))
                .withMessage("a BDK of AES-128 has no AES-256 keys: no key is derived from a shorter one"
                        + " (ANSI X9.24-3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dukpt(TDES_BDK).key(TDES_KSN, WorkingKeyUse.PIN, WorkingKeyType.AES_128))
                .withMessage("3DES DUKPT (ANSI X9.24-1) has no AES-128 keys");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dukpt(TDES_BDK).key(TDES_KSN, WorkingKeyUse.KEY_ENCRYPTION))
                .withMessage("3DES DUKPT (ANSI X9.24-1) has no key for key encryption");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dukpt(TDES_BDK).key(AES_KSN, WorkingKeyUse.PIN))
                .withMessage("a KSN of AES DUKPT (ANSI X9.24-3) has no key under a BDK of 3DES DUKPT (ANSI X9.24-1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dukpt(CipherKey.tdes(new byte[24])))
                .withMessage("the BDK of 3DES DUKPT (ANSI X9.24-1) has 16 bytes, this one has 24");
    }
}
