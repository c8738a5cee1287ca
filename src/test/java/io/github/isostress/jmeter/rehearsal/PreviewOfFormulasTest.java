package io.github.isostress.jmeter.rehearsal;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.template.ComputedValue;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A preview and a trial compute what a sample would, with the keys in scope. */
@ExtendWith(JMeterEnvironment.class)
class PreviewOfFormulasTest {
    private static final String BDK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String LINES = "BDK bdk-3des clear=" + BDK + "\nMAK mac 3des clear=" + BDK;
    private static final String PURCHASE = """
            0 0200
            2 4012345678909
            3 000000
            4 000000001000
            11 000007
            52:= pinblock format=0 key=BDK pin=${PIN} ksn=@62
            62:= ksn key=BDK id=FFFF9876543210E00000
            64:= mac key=MAK
            """;

    private static PlanScope scope(Iso8583Connection connection, String lines) {
        Iso8583Keys keys = new Iso8583Keys();
        keys.setName("keys");
        keys.set(Iso8583KeysSchema.INSTANCE.keys, lines);
        return new PlanScope(Optional.of(connection), List.of(), List.of(keys), Map.of("PIN", "9753"));
    }

    private static PlanScope scope(String lines) {
        return scope(connection("switch", "1"), lines);
    }

    private static Iso8583Request purchase(String template) {
        return request("purchase", template);
    }

    private static List<String> shown(Preview preview) {
        return preview.computed().stream().map(ComputedValue::shown).toList();
    }

    private static String mac(Preview preview) {
        return preview.decoded().orElseThrow().value(ElementPath.parse("64")).orElseThrow();
    }

    @Test
    void shouldTellEachComputedValueWhenKeysAreInScope() throws Exception {
        Preview preview = Preview.of(scope(LINES), purchase(PURCHASE));

        assertThat(preview.computed())
                .extracting(value -> value.line().path().toString())
                .containsExactly("62", "52", "64");
        assertThat(preview.computed()).extracting(ComputedValue::value).contains(mac(preview));
        assertThat(shown(preview))
                .startsWith("FFFF9876543210E00001", "*".repeat(16))
                .endsWith(mac(preview));
    }

    @Test
    void shouldExplainWhatWentInWithoutASecretWhenAValueIsComputed() throws Exception {
        Preview preview = Preview.of(scope(LINES), purchase(PURCHASE));

        assertThat(preview.computed())
                .extracting(ComputedValue::explained)
                .allSatisfy(explained -> assertThat(explained)
                        .isNotBlank()
                        .doesNotContain(BDK)
                        .doesNotContain("4012345678909")
                        .doesNotContain("9753"));
    }

    @Test
    void shouldUseNoCounterUpWhenItIsPreviewed() throws Exception {
        Preview first = Preview.of(scope(LINES), purchase(PURCHASE));
        Preview second = Preview.of(scope(LINES), purchase(PURCHASE));

        assertThat(second.message()).isEqualTo(first.message());
    }

    @Test
    void shouldSendWhatThePreviewShowsWhenItIsTried() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            PlanScope scope = scope(connection("switch", host), LINES);
            String mac = mac(Preview.of(scope, purchase(PURCHASE)));

            List<SampleResult> samples = Trial.of(scope, purchase(PURCHASE)).run();

            assertThat(samples.get(samples.size() - 1).getSamplerData()).contains(mac);
            assertThat(mac(Preview.of(scope, purchase(PURCHASE)))).isNotEqualTo(mac);
        }
    }

    @Test
    void shouldSayWhichKeyIsMissingWhenNoneOfThatNameIsInScope() {
        assertThatThrownBy(() -> Preview.of(scope("ZPK pin 3des clear=" + BDK), purchase(PURCHASE)))
                .hasMessageContaining("there is no key 'BDK' in scope; known are ZPK");
    }

    @Test
    void shouldKnowTheKeysByNameAndCheckValueAloneWhenAnEditorAsks() {
        assertThat(KnownKey.of(scope(LINES)))
                .containsExactly(
                        new KnownKey("BDK", "BDK-3DES, check value 08D7B4"),
                        new KnownKey("MAK", "MAC, check value 08D7B4"));
        assertThat(KnownKey.of(scope("ZPK pin clear=00"))).isEmpty();
    }
}
