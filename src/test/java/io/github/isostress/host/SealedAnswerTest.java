package io.github.isostress.host;

import static io.github.isostress.host.RawClient.PACKAGER;
import static io.github.isostress.host.SealedClient.BOTH;
import static io.github.isostress.host.SealedClient.MAK;
import static io.github.isostress.host.SealedClient.SIGN_MAC;
import static io.github.isostress.host.SealedClient.VERIFY_MAC;
import static io.github.isostress.host.SealedClient.host;
import static io.github.isostress.host.SealedClient.isSealed;
import static io.github.isostress.host.SealedClient.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.TestMessages;
import java.util.Map;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host verifies in requests and signs in answers, with MACs. */
class SealedAnswerTest {
    private static ISOMsg purchase() {
        return TestMessages.purchase(PACKAGER, "000007");
    }

    @Test
    void shouldApproveAndSignWhenTheMacIsRight() throws Exception {
        try (EmbeddedHost host = host(BOTH, "");
                SealedClient client = new SealedClient(host)) {
            ISOMsg answer = client.ask(sealed(purchase(), MAK));

            assertThat(answer.getString(39)).isEqualTo("00");
            assertThat(isSealed(answer, MAK)).isTrue();
            assertThat(host.record().refusals()).isEmpty();
        }
    }

    @Test
    void shouldDeclineWithASignedAnswerWhenTheMacIsWrong() throws Exception {
        try (EmbeddedHost host = host(BOTH, "");
                SealedClient client = new SealedClient(host)) {
            ISOMsg request = sealed(purchase(), MAK);
            request.set(4, "000000009999");
            ISOMsg answer = client.ask(request);

            assertThat(answer.getString(39)).isEqualTo("88");
            assertThat(answer.hasField(38)).isFalse();
            assertThat(isSealed(answer, MAK)).isTrue();
            assertThat(host.record().refusals()).containsExactly(Map.entry("MAC wrong", 1L));
            assertThat(host.record().toString()).endsWith("\nrefused: 1 MAC wrong");
        }
    }

    @Test
    void shouldDeclineWhenTheMacIsMissing() throws Exception {
        try (EmbeddedHost host = host(BOTH, "");
                SealedClient client = new SealedClient(host)) {
            assertThat(client.ask(purchase()).getString(39)).isEqualTo("88");
            assertThat(host.record().refusals()).containsExactly(Map.entry("MAC missing", 1L));
        }
    }

    @Test
    void shouldApproveWhenTheMacIsMissingAndVerifiedOnlyIfPresent() throws Exception {
        try (EmbeddedHost host = host("verify if present 64:= mac key=MAK algorithm=aes-cmac", "");
                SealedClient client = new SealedClient(host)) {
            assertThat(client.ask(purchase()).getString(39)).isEqualTo("00");
            ISOMsg wrong = purchase();
            wrong.set(64, new byte[8]);
            assertThat(client.ask(wrong).getString(39)).isEqualTo("88");
        }
    }

    @ParameterizedTest
    @CsvSource({"iso87ascii, 88", "iso87binary, 88", "iso93ascii, 916", "iso93binary, 916", "cmf, 9116"})
    void shouldDeclineWithTheCodeOfTheStandardWhenNoneIsTold(String packager, String code) throws Exception {
        HostSettings settings = SealedClient.settings(packager, VERIFY_MAC, "", SealedClient.keys());
        try (EmbeddedHost host = EmbeddedHost.start(settings);
                RawClient client = new RawClient(host)) {
            client.send(RawClient.frame(TestMessages.purchase(packager, "000007")));

            assertThat(client.readMessage(packager).getString(39)).isEqualTo(code);
        }
    }

    @Test
    void shouldDeclineWithTheCodeThatIsToldWhenOneIs() throws Exception {
        try (EmbeddedHost host = host(VERIFY_MAC + " or A1", "");
                SealedClient client = new SealedClient(host)) {
            assertThat(client.ask(purchase()).getString(39)).isEqualTo("A1");
        }
    }

    @Test
    void shouldLeaveOtherMessagesAloneWhenALineNamesMessageTypes() throws Exception {
        String seals = "verify 01xx, 02xx 64:= mac key=MAK algorithm=aes-cmac # purchases\n"
                + "sign 0210 64:= mac key=MAK algorithm=aes-cmac";
        try (EmbeddedHost host = host(seals, "");
                SealedClient client = new SealedClient(host)) {
            ISOMsg signOn = client.ask(TestMessages.message(PACKAGER, "0800", "000001"));
            assertThat(signOn.getString(39)).isEqualTo("00");
            assertThat(signOn.hasField(64)).isFalse();
            ISOMsg answer = client.ask(sealed(purchase(), MAK));
            assertThat(isSealed(answer, MAK)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decline 51",
                "wrong key 37",
                "wrong mti",
                "late 5",
                "byte by byte 0",
                "delay 1",
                "two in one packet"
            })
    void shouldSignTheAnswerWhenARuleChangesIt(String behaviour) throws Exception {
        try (EmbeddedHost host = host(SIGN_MAC, "always : " + behaviour);
                SealedClient client = new SealedClient(host)) {
            assertThat(isSealed(client.ask(purchase()), MAK)).isTrue();
        }
    }

    @Test
    void shouldPlayNoRuleWhenARequestIsRefused() throws Exception {
        try (EmbeddedHost host = host(BOTH, "always : no answer");
                SealedClient client = new SealedClient(host)) {
            assertThat(client.ask(purchase()).getString(39)).isEqualTo("88");
            assertThat(host.record().played()).isEmpty();
        }
    }

    @Test
    void shouldSignWronglyWhenARuleSaysSo() throws Exception {
        try (EmbeddedHost host = host(SIGN_MAC, "always : wrong mac then decline 51");
                SealedClient client = new SealedClient(host)) {
            ISOMsg answer = client.ask(purchase());

            assertThat(answer.getString(39)).isEqualTo("51");
            assertThat(answer.getBytes(64)).hasSize(8);
            assertThat(isSealed(answer, MAK)).isFalse();
            assertThat(host.record().played()).containsKeys("wrong mac", "decline 51");
        }
    }

    @Test
    void shouldLeaveTheMacOutWhenARuleSaysSo() throws Exception {
        try (EmbeddedHost host = host(BOTH, "always : without mac");
                SealedClient client = new SealedClient(host)) {
            assertThat(client.ask(sealed(purchase(), MAK)).hasField(64)).isFalse();
        }
    }

    @Test
    void shouldAnswerWithoutTheValueAndCountItWhenItCannotBeComputed() throws Exception {
        try (EmbeddedHost host = host("sign 48:= kcv key=@60", "");
                SealedClient client = new SealedClient(host)) {
            ISOMsg request = purchase();
            request.set(48, "of the request");
            ISOMsg answer = client.ask(request);

            assertThat(answer.getString(39)).isEqualTo("00");
            assertThat(answer.hasField(48)).isFalse();
            assertThat(host.record().unsigned()).containsExactly(Map.entry("element 48", 1L));
        }
    }
}
