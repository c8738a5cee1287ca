package io.github.isostress.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** CMACs are those of RFC 4493 and of Bouncy Castle. */
class CmacTest {
    @ParameterizedTest
    @CsvSource({
        "'', BB1D6929E95937287FA37D129B756746",
        "6BC1BEE22E409F96E93D7E117393172A, 070A16B46B4D4144F79BDD9DD04A287C",
    })
    void shouldGiveThePublishedMacWhenDataAreThoseOfRfc4493(String data, String published) {
        HexFormat hex = HexFormat.of().withUpperCase();
        CipherKey key = CipherKey.aes(hex.parseHex("2B7E151628AED2A6ABF7158809CF4F3C"));

        assertThat(hex.formatHex(new Cmac(key).of(hex.parseHex(data)))).isEqualTo(published);
    }

    @ParameterizedTest
    @EnumSource
    void shouldAgreeWithBouncyCastleWhenDataHaveAnyLength(CipherAlgorithm algorithm) {
        Random random = new Random(3);
        byte[] key = new byte[16];
        random.nextBytes(key);
        byte[] data = new byte[50];
        random.nextBytes(data);
        Cmac cmac = new Cmac(algorithm.key(key));
        CMac reference = new CMac(engine(algorithm));
        reference.init(new KeyParameter(key));

        for (int length = 0; length <= 40; length++) {
            byte[] expected = new byte[algorithm.blockLength()];
            reference.update(data, 5, length);
            reference.doFinal(expected, 0);

            assertThat(cmac.of(data, 5, 5 + length)).as("%d bytes", length).isEqualTo(expected);
        }
    }

    private static BlockCipher engine(CipherAlgorithm algorithm) {
        return algorithm == CipherAlgorithm.AES ? AESEngine.newInstance() : new DESedeEngine();
    }
}
