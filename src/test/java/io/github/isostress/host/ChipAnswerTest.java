package io.github.isostress.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cryptograms that the host verifies, and its answers to them, with the published examples of pyemv. */
class ChipAnswerTest {
    private static final String PACKAGER = "iso87binary";
    private static final Keys KEYS = Keys.NONE.with(new NamedKey(
            "IMK", KeyUse.IMK_AC, CipherKey.tdes(HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210"))));
    private static final String VISA = "9F0206000000004000 9F0306000000000000 9F1A020124 95058000048000 5F2A020124"
            + " 9A03191105 9C0101 9F370452BF4585 82021800 9F3602001C";
    private static final String MASTERCARD = "9F0206000000009999 9F0306000000000000 9F1A020124 95058000000000"
            + " 5F2A020124 9A03209906 9C0100 9F3704ABCDEF12 82021800 9F3602001C";

    private static ISOMsg purchase(String tags) throws Exception {
        ISOMsg purchase = TestMessages.purchase(PACKAGER, "000007");
        purchase.set(2, "1234567890123456");
        purchase.set(23, "000");
        purchase.set(55, HexFormat.of().parseHex(tags.replace(" ", "")));
        return purchase;
    }

    private static EmbeddedHost host(String seals, String rules) {
        return EmbeddedHost.start(SealedClient.settings(PACKAGER, seals, rules, KEYS));
    }

    private static ISOMsg ask(EmbeddedHost host, ISOMsg request) throws Exception {
        try (RawClient client = new RawClient(host)) {
            client.send(RawClient.frame(request));
            return client.readMessage(PACKAGER);
        }
    }

    private static Optional<String> arpc(ISOMsg answer) throws Exception {
        return new MessageDecoder(Packagers.builtIn(PACKAGER))
                .decode(TestMessages.pack(answer))
                .value(ElementPath.parse("55.91"));
    }

    @ParameterizedTest
    @CsvSource({
        "10,  9F100706010A03A06010,                     29CCA15AE665FA2E, 28993816AFAE4AEB3030",
        "18,  9F100706011203A0B800,                     7A788EA6B8A3E733, 9AF514C100000000",
        "22,  9F100706011203A0B800,                     7A788EA6B8A3E733, 9AF514C100000000",
        "M16, 9F10120110A00003220000000000000000000000FF, 24CCF3DEE3158C70, 73F6BBF389A6586C0010",
        "M17, 9F10120111A00003220000000000000000000322FF, EAE8A620A75648D8, 29CF11FBDB9CA6500010",
        "M20, 9F10120114A00003220000000000000000000000FF, CD29615D6452E70E, DFD0956606B68D640010",
        "M21, 9F10120115A00003220000000000000000000322FF, C30E54BE496CF5E5, 4F51F9CC63CE8B3C0010",
    })
    void shouldApproveWithThePublishedArpcWhenTheCryptogramIsThatOfTheExample(
            String cvn, String issuerData, String arqc, String arpc) throws Exception {
        boolean visa = !cvn.startsWith("M");
        String setting = !visa ? " arc=0010" : cvn.equals("10") ? "" : " csu=00000000";
        String seals = "verify 55.9F26:= arqc key=IMK cvn=" + cvn + "\nsign 55.91:= arpc key=IMK cvn=" + cvn + setting;
        try (EmbeddedHost host = host(seals, "")) {
            String tags = (visa ? VISA : MASTERCARD) + issuerData + "9F2608" + arqc;
            ISOMsg answer = ask(host, purchase(tags));

            assertThat(answer.getString(39)).isEqualTo("00");
            assertThat(arpc(answer)).contains(arpc);
            assertThat(host.record().refusals()).isEmpty();
        }
    }

    @Test
    void shouldDeclineWithAnArpcOfItsAnswerWhenTheCryptogramIsWrong() throws Exception {
        List<String> log = new ArrayList<>();
        HostSettings settings = SealedClient.settings(
                PACKAGER, "verify 55.9F26:= arqc key=IMK or 82\nsign 55.91:= arpc key=IMK method=1", "", KEYS);
        try (EmbeddedHost host = EmbeddedHost.start(settings, new HostLog(log::add))) {
            ISOMsg answer = ask(host, purchase(VISA + "9F100706010A03A06010" + "9F260829CCA15AE665FA2F"));

            assertThat(answer.getString(39)).isEqualTo("82");
            assertThat(arpc(answer))
                    .hasValueSatisfying(value ->
                            assertThat(value).hasSize(20).endsWith("3832").doesNotStartWith("28993816AFAE4AEB"));
            assertThat(host.record().refusals()).containsExactly(Map.entry("ARQC wrong", 1L));
            assertThat(log).singleElement().asString().contains("with 82, ARQC wrong: ", "IMK", "123456******3456");
        }
    }

    @Test
    void shouldTellThatItCannotVerifyWhenATagOfTheCryptogramIsMissing() throws Exception {
        try (EmbeddedHost host = host("verify 55.9F26:= arqc key=IMK cvn=10", "")) {
            ISOMsg answer = ask(host, purchase("9F260829CCA15AE665FA2E"));

            assertThat(answer.getString(39)).isEqualTo("88");
            assertThat(host.record().refusals()).containsExactly(Map.entry("ARQC not verifiable", 1L));
        }
    }

    @Test
    void shouldAnswerWithoutAnArpcWhenTheRequestHasNoCryptogram() throws Exception {
        try (EmbeddedHost host =
                host("verify if present 55.9F26:= arqc key=IMK\nsign 55.91:= arpc key=IMK method=1", "")) {
            ISOMsg answer = ask(host, TestMessages.purchase(PACKAGER, "000007"));

            assertThat(answer.getString(39)).isEqualTo("00");
            assertThat(answer.hasField(55)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"wrong arpc, 38993816AFAE4AEB3030", "without arpc, ''"})
    void shouldSpoilTheArpcWhenARuleSaysSo(String behaviour, String arpc) throws Exception {
        try (EmbeddedHost host = host("sign 55.91:= arpc key=IMK method=1 cvn=10 arc=3030", "always : " + behaviour)) {
            ISOMsg answer = ask(host, purchase(VISA + "9F100706010A03A06010" + "9F260829CCA15AE665FA2E"));

            assertThat(arpc(answer).orElse("")).isEqualTo(arpc);
        }
    }
}
