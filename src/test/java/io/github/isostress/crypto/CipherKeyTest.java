package io.github.isostress.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys encipher as the JDK's own ciphers do, from all threads at once, and tell their check value alone. */
class CipherKeyTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @ParameterizedTest
    @CsvSource({
        "TDES, 0123456789ABCDEFFEDCBA9876543210, 08D7B4",
        "TDES, 0123456789ABCDEF, D5D44F",
        "AES, 3F419E1CB7079442AA37474C2EFBF8B8, 08793E25AB",
    })
    void shouldGiveThePublishedCheckValueWhenKeyIsKnown(CipherAlgorithm algorithm, String key, String published) {
        CipherKey ready = algorithm.key(HEX.parseHex(key));

        assertThat(ready.checkValue(published.length() / 2)).isEqualTo(published);
        assertThat(ready.checkValue()).isEqualTo(published.substring(0, 6));
    }

    @ParameterizedTest
    @CsvSource({"TDES, 8", "TDES, 16", "TDES, 24", "AES, 16", "AES, 24", "AES, 32"})
    void shouldAgreeWithTheJdkWhenDataAreEncipheredAndDeciphered(CipherAlgorithm algorithm, int length)
            throws GeneralSecurityException {
        Random random = new Random(length);
        for (int blocks = 0; blocks < 5; blocks++) {
            byte[] key = bytes(random, length);
            byte[] data = bytes(random, blocks * algorithm.blockLength());
            byte[] iv = bytes(random, algorithm.blockLength());
            CipherKey ready = algorithm.key(key);

            assertThat(ready.encryptEcb(data)).isEqualTo(jdk(algorithm, key, null, data));
            assertThat(ready.encryptCbc(data, iv)).isEqualTo(jdk(algorithm, key, iv, data));
            assertThat(ready.decryptEcb(ready.encryptEcb(data))).isEqualTo(data);
            assertThat(ready.decryptCbc(ready.encryptCbc(data, iv), iv)).isEqualTo(data);
        }
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] jdk(CipherAlgorithm algorithm, byte[] key, byte[] iv, byte[] data)
            throws GeneralSecurityException {
        String name = algorithm == CipherAlgorithm.AES ? "AES" : key.length == 8 ? "DES" : "DESede";
        byte[] whole = key;
        if (algorithm == CipherAlgorithm.TDES && key.length == 16) {
            whole = Arrays.copyOf(key, 24);
            System.arraycopy(key, 0, whole, 16, 8);
        }
        Cipher cipher = Cipher.getInstance(name + (iv == null ? "/ECB/NoPadding" : "/CBC/NoPadding"));
        SecretKeySpec spec = new SecretKeySpec(whole, name);
        if (iv == null) {
            cipher.init(Cipher.ENCRYPT_MODE, spec);
        } else {
            cipher.init(Cipher.ENCRYPT_MODE, spec, new IvParameterSpec(iv));
        }
        return cipher.doFinal(data);
    }

    @ParameterizedTest
    @CsvSource({"TDES, 16", "TDES, 24", "AES, 32"})
    void shouldGiveTheSameBlocksWhenThreadsUseOneKeyAtOnce(CipherAlgorithm algorithm, int length) {
        CipherKey shared = algorithm.key(bytes(new Random(1), length));
        byte[] data = bytes(new Random(2), 4096);
        byte[] expected = algorithm.key(shared.bytes()).encryptEcb(data);

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> shared.encryptEcb(data)))
                .allSatisfy(enciphered -> {
                    assertThat(enciphered).isEqualTo(expected);
                    assertThat(shared.decryptEcb(enciphered)).isEqualTo(data);
                });
    }

    @Test
    void shouldBeSingleDesWhenItIsHalfAKey() {
        CipherKey key = CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));

        assertThat(key.half(0).bytes()).isEqualTo(HEX.parseHex("0123456789ABCDEF"));
        assertThat(key.half(1).bytes()).isEqualTo(HEX.parseHex("FEDCBA9876543210"));
        assertThat(key.half(1).half(0).bytes()).isEqualTo(HEX.parseHex("FEDCBA9876543210"));
    }

    @Test
    void shouldHaveNoHalvesWhenKeyIsNotOfDoubleLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CipherKey.aes(new byte[16]).half(0))
                .withMessage("a 128-bit AES key has no halves; needed is a 128-bit 3DES key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CipherKey.tdes(new byte[24]).half(0))
                .withMessage("a 192-bit 3DES key has no halves; needed is a 128-bit 3DES key");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 15, 17, 23, 25, 32})
    void shouldNameTheLengthsWhenA3DesKeyHasAnother(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CipherKey.tdes(new byte[length]))
                .withMessage("a 3DES key has 8, 16 or 24 bytes, not " + length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 15, 17, 31, 33})
    void shouldNameTheLengthsWhenAnAesKeyHasAnother(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CipherKey.aes(new byte[length]))
                .withMessage("an AES key has 16, 24 or 32 bytes, not " + length);
    }

    @Test
    void shouldNameTheBlockWhenDataAreNotWholeBlocks() {
        CipherKey key = CipherKey.aes(new byte[16]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.encryptEcb(new byte[17]))
                .withMessage("AES works on whole blocks of 16 bytes, but there are 17 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.decryptCbc(new byte[16], new byte[8]))
                .withMessage("the initial value of AES has 16 bytes, not 8");
    }

    @Test
    void shouldKeepItsBytesWhenTheCallerClearsHis() {
        byte[] mine = HEX.parseHex("0123456789ABCDEFFEDCBA9876543210");
        CipherKey key = CipherKey.tdes(mine);

        Arrays.fill(mine, (byte) 0);
        Arrays.fill(key.bytes(), (byte) 0);

        assertThat(key.decryptEcb(key.encryptEcb(new byte[8]))).isEqualTo(new byte[8]);
        assertThat(key.checkValue()).isEqualTo("08D7B4");
    }

    @Test
    void shouldTellItsCheckValueAloneWhenItIsText() {
        assertThat(CipherKey.tdes(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210")))
                .hasToString("128-bit 3DES key with check value 08D7B4");
    }
}
