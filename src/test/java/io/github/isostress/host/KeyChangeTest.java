package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.SealedClient.BOTH;
import static io.github.isostress.host.SealedClient.MAK;
import static io.github.isostress.host.SealedClient.TMK;
import static io.github.isostress.host.SealedClient.hex;
import static io.github.isostress.host.SealedClient.host;
import static io.github.isostress.host.SealedClient.isSealed;
import static io.github.isostress.host.SealedClient.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyBlock;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.support.TestMessages;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New keys that the host gives its clients by session messages. */
class KeyChangeTest {
    private static final String NEW_MAK = "mti 0800 : new key MAK in 48 as ecb under TMK";
    private static final int CLIENTS = 8;
    private static final int CHANGES = 25;
    private static final int UNDER_WAY = 4;

    private static ISOMsg signOn() {
        return sealedSignOn(MAK);
    }

    private static ISOMsg sealedSignOn(String key) {
        return sealed(TestMessages.message(PACKAGER, "0800", "000001"), key);
    }

    private static ISOMsg purchase(String key) {
        return sealed(TestMessages.purchase(PACKAGER, "000007"), key);
    }

    /** Deciphered by the JDK alone. */
    private static String keyIn(ISOMsg answer) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(hex(TMK), "AES"));
        return HexFormat.of().withUpperCase().formatHex(cipher.doFinal(hex(answer.getString(48))));
    }

    @Test
    void shouldSignWithTheNewKeyBehindItsAnswerWhenAKeyIsChanged() throws Exception {
        try (EmbeddedHost host = host(BOTH, NEW_MAK);
                SealedClient client = new SealedClient(host)) {
            ISOMsg answer = client.ask(signOn());
            String fresh = keyIn(answer);

            assertThat(isSealed(answer, MAK)).isTrue();
            assertThat(fresh).hasSameSizeAs(MAK).isNotEqualTo(MAK);
            assertThat(isSealed(client.ask(purchase(fresh)), fresh)).isTrue();
            assertThat(host.record().played()).containsOnlyKeys("new key MAK");
        }
    }

    @Test
    void shouldTakeRequestsOfTheKeyBeforeUntilTheNextChangeWhenTheyWereUnderWay() throws Exception {
        try (EmbeddedHost host = host(BOTH, NEW_MAK);
                SealedClient client = new SealedClient(host)) {
            String first = keyIn(client.ask(signOn()));

            ISOMsg underWay = client.ask(purchase(MAK));
            assertThat(underWay.getString(39)).isEqualTo("00");
            assertThat(isSealed(underWay, first)).isTrue();
            client.ask(sealedSignOn(first));
            assertThat(client.ask(purchase(MAK)).getString(39)).isEqualTo("88");
            assertThat(client.ask(purchase(first)).getString(39)).isEqualTo("00");
        }
    }

    @Test
    void shouldKeepTheKeyOfTheFileWhenAnotherConnectionHasANewOne() throws Exception {
        try (EmbeddedHost host = host(BOTH, NEW_MAK);
                SealedClient one = new SealedClient(host);
                SealedClient other = new SealedClient(host)) {
            one.ask(signOn());

            assertThat(isSealed(other.ask(purchase(MAK)), MAK)).isTrue();
        }
    }

    @Test
    void shouldChangeNoKeyWhenTheRequestForItIsRefused() throws Exception {
        try (EmbeddedHost host = host(BOTH, NEW_MAK);
                SealedClient client = new SealedClient(host)) {
            ISOMsg refused = client.ask(TestMessages.message(PACKAGER, "0800", "000001"));

            assertThat(refused.getString(39)).isEqualTo("88");
            assertThat(refused.hasField(48)).isFalse();
            assertThat(isSealed(client.ask(purchase(MAK)), MAK)).isTrue();
        }
    }

    @Test
    void shouldSendAKeyBlockAndACheckValueWhenToldSo() throws Exception {
        try (EmbeddedHost host = host(BOTH, "mti 0800 : new key MAK in 48 as tr31 under TMK kcv in 62");
                SealedClient client = new SealedClient(host)) {
            ISOMsg answer = client.ask(signOn());
            CipherKey fresh = KeyBlock.read(answer.getString(48)).open(CipherKey.aes(hex(TMK)), KeyUse.MAC);

            assertThat(answer.getString(48)).startsWith("D0144M6A");
            assertThat(answer.getString(62)).isEqualTo(fresh.checkValue());
            String digits = HexFormat.of().withUpperCase().formatHex(fresh.bytes());
            assertThat(isSealed(client.ask(purchase(digits)), digits)).isTrue();
        }
    }

    /** A client that has requests under way while it asks for a new key, and checks each answer's MAC. */
    private static int changeUnderLoad(EmbeddedHost host) throws Exception {
        int checked = 0;
        try (SealedClient client = new SealedClient(host)) {
            String key = MAK;
            for (int change = 0; change < CHANGES; change++) {
                List<ISOMsg> requests = new ArrayList<>();
                for (int i = 0; i < UNDER_WAY; i++) {
                    requests.add(purchase(key));
                }
                requests.add(UNDER_WAY / 2, sealedSignOn(key));
                for (ISOMsg request : requests) {
                    client.raw().send(RawClient.frame(request));
                }
                for (int i = 0; i < requests.size(); i++) {
                    ISOMsg answer = client.raw().readMessage();
                    assertThat(isSealed(answer, key)).isTrue();
                    assertThat(answer.getString(39)).isEqualTo("00");
                    key = answer.hasField(48) ? keyIn(answer) : key;
                    checked++;
                }
            }
        }
        return checked;
    }

    @Test
    void shouldHaveNoWrongMacWhenKeysAreChangedUnderLoadOnEightConnections() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (EmbeddedHost host = host(BOTH, NEW_MAK + "\nshare 30% : late 1\nshare 10% : delay 1")) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                counts.add(clients.submit(() -> changeUnderLoad(host)));
            }
            int checked = 0;
            for (Future<Integer> count : counts) {
                checked += count.get(120, TimeUnit.SECONDS);
            }

            assertThat(checked).isEqualTo(CLIENTS * CHANGES * (UNDER_WAY + 1));
            assertThat(host.record().refusals()).isEmpty();
            assertThat(host.record().played().get("new key MAK")).isEqualTo(CLIENTS * CHANGES);
            assertThat(host.record().played().get("late")).isPositive();
        } finally {
            clients.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new key ZPK in 48 as ecb under TMK | there is no key 'ZPK' in scope; known are MAK, TMK",
                "new key MAK in 48 as ecb under MAK | key 'MAK' has the use MAC, but needed is KEK",
                "new key MAK in 48 as clear under TMK | 'clear' is no form in which a key is sent; allowed are tr31, ecb, cbc",
                "new key MAK in 48 under TMK | 'as' is missing; write it as 'new key ZPK in 48 as tr31 under TMK', behind which 'kcv in 62' may follow",
                "new key MAK in 999 as ecb under TMK | element 999 cannot be set: data elements are 0 (the MTI) and 2 to 192, and the bitmap follows from them",
                "new key MAK in 48.1 as ecb under TMK | new key: 1 is no BER-TLV tag",
                "new key | key's name is missing after 'key'",
                "wrong mac | 'wrong mac' needs a line 'sign ...:= mac ...', and the host has none",
                "without arpc | 'without arpc' needs a line 'sign ...:= arpc ...', and the host has none",
            })
    void shouldRefuseARuleWhenTheHostCannotPlayIt(String behaviour, String sentence) {
        assertThatThrownBy(() -> SealedClient.settings("", "mti 0800 : " + behaviour))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rules, line 1: " + sentence);
    }
}
