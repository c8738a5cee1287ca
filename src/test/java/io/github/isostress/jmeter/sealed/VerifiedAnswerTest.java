package io.github.isostress.jmeter.sealed;

import static io.github.isostress.jmeter.element.Elements.codes;
import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.rehearsal.Trial;
import io.github.isostress.jmeter.sample.SampleReport;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.signing.SigningHost;
import io.github.isostress.support.signing.SigningHost.Fault;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers whose MAC is verified, over real connections: what is wrong has its code, and shows no secret. */
@ExtendWith(JMeterEnvironment.class)
class VerifiedAnswerTest {
    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";
    private static final String PAN = "9999990000000013";
    private static final String MAC = "64:= mac key=MAK algorithm=retail padding=1 direction=response";

    private final SigningHost host = new SigningHost(HexFormat.of().parseHex(KEY));

    @AfterEach
    void close() {
        host.close();
    }

    private SmallPlan plan(int threads, int loops, String keep) {
        SmallPlan plan = new SmallPlan(threads, loops);
        plan.group().add(toHost(keep));
        plan.group().add(keys());
        return plan;
    }

    private Iso8583Connection toHost(String keep) {
        Iso8583Connection connection = connection("switch", String.valueOf(host.port()));
        connection.set(Iso8583ConnectionSchema.INSTANCE.packager, "iso87binary");
        connection.set(Iso8583ConnectionSchema.INSTANCE.keep, keep);
        return connection;
    }

    private static Iso8583Keys keys() {
        Iso8583Keys keys = new Iso8583Keys();
        keys.setName("keys");
        keys.set(Iso8583KeysSchema.INSTANCE.keys, "MAK mac 3des clear=" + KEY);
        return keys;
    }

    private static Iso8583Request asking(String name, Fault fault, String verified) {
        String lines = "0 0200\n2 %s\n3 %s\n11 ${__isoStan()}\n41 TERM0001".formatted(PAN, fault.processingCode());
        Iso8583Request request = request(name, lines);
        request.set(Iso8583RequestSchema.INSTANCE.returnedElements, "none");
        request.set(Iso8583RequestSchema.INSTANCE.verified, verified);
        return request;
    }

    private static Iso8583MessageDefaults defaults(String name, String verified) {
        Iso8583MessageDefaults defaults = new Iso8583MessageDefaults();
        defaults.setName(name);
        defaults.set(Iso8583MessageDefaultsSchema.INSTANCE.verified, verified);
        return defaults;
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "pool of 2", "shared 2"})
    void shouldHaveItsCodeWhenManyThreadsAskForEachFault(String keep) throws Exception {
        SmallPlan plan = plan(5, 10, keep);
        for (Fault fault : Fault.values()) {
            plan.group().add(asking(fault.name(), fault, MAC));
        }

        List<SampleResult> samples = plan.run();

        assertThat(codesOf(samples, Fault.NONE)).isEqualTo(Map.of("00", 50L));
        assertThat(codesOf(samples, Fault.OTHER_KEY)).isEqualTo(Map.of("MAC_MISMATCH", 50L));
        assertThat(codesOf(samples, Fault.NO_MAC)).isEqualTo(Map.of("MAC_MISSING", 50L));
        assertThat(codesOf(samples, Fault.CHANGED)).isEqualTo(Map.of("MAC_MISMATCH", 50L));
        assertThat(codesOf(samples, Fault.CUT_OFF)).isEqualTo(Map.of("MAC_MISMATCH", 50L));
        assertThat(codesOf(samples, Fault.DECLINED)).isEqualTo(Map.of("51", 50L));
        assertThat(codesOf(samples, Fault.DECLINED_WITHOUT_MAC)).isEqualTo(Map.of("MAC_MISSING", 50L));
    }

    private static Map<String, Long> codesOf(List<SampleResult> samples, Fault fault) {
        return codes(labelled(samples, fault.name()));
    }

    @Test
    void shouldTellKeyDataAndValuesAndNoSecretWhenTheMacIsWrong() throws Exception {
        SmallPlan plan = plan(1, 1, "thread");
        plan.group().add(asking("purchase", Fault.OTHER_KEY, MAC));

        SampleResult sample = labelled(plan.run(), "purchase").get(0);

        assertThat(SampleReport.read(sample.getSamplerData(), sample.getResponseDataAsString())
                        .words())
                .startsWith("MAC_MISMATCH: The MAC of the response is wrong.\nelement 64: expected ")
                .contains(", seen ", "key MAK", "check value 08D7B4")
                .containsPattern("over \\d+ bytes: MTI, bitmap, DE 2, DE 3, DE 11, DE 39, DE 41")
                .endsWith("DE 39 is 00");
        assertThat(sample.getResponseDataAsString() + sample.getSamplerData())
                .doesNotContainIgnoringCase(KEY)
                .doesNotContain(PAN, Bytes.hex(HexFormat.of().parseHex(KEY)));
    }

    @Test
    void shouldBeVerifiedByTheNearestTextWhenDefaultsHaveSome() throws Exception {
        SmallPlan plan = plan(1, 1, "thread");
        plan.plan().add(defaults("far", "64:= mac key=NONE"));
        plan.group().add(defaults("near", MAC));
        plan.group().add(defaults("silent", " \n"));
        plan.group().add(asking("inherits", Fault.NO_MAC, ""));
        plan.group().add(asking("own", Fault.NO_MAC, "# none"));

        List<SampleResult> samples = plan.run();

        assertThat(codes(labelled(samples, "inherits"))).isEqualTo(Map.of("MAC_MISSING", 1L));
        assertThat(codes(labelled(samples, "own"))).isEqualTo(Map.of("00", 1L));
    }

    @Test
    void shouldNameTextLineAndRuleWhenALineCannotBeUsed() throws Exception {
        SmallPlan plan = plan(1, 1, "thread");
        plan.group().add(defaults("shared", "# first\n64:= kcv key=MAK"));
        plan.group().add(asking("inherits", Fault.NONE, ""));
        plan.group().add(asking("own", Fault.NONE, "64:= mac"));

        List<SampleResult> samples = plan.run();

        assertThat(labelled(samples, "inherits").get(0).getResponseDataAsString())
                .startsWith("CONFIG_ERROR: ")
                .contains("'inherits': verified of 'shared': line 2, element 64: in an answer, mac and arpc can be "
                        + "verified, not kcv");
        assertThat(labelled(samples, "own").get(0).getResponseDataAsString())
                .startsWith("CONFIG_ERROR: ")
                .contains("'own': verified: line 1, element 64: mac needs key");
    }

    @Test
    void shouldBeASampleOfTheExchangeWhenItCannotBeVerified() throws Exception {
        SmallPlan plan = plan(1, 1, "thread");
        plan.group().add(asking("purchase", Fault.NONE, MAC.replace("MAK", "ZAK")));

        SampleResult sample = labelled(plan.run(), "purchase").get(0);

        assertThat(sample.getResponseCode()).isEqualTo("NOT_VERIFIED");
        assertThat(sample.getSentBytes()).isPositive();
        assertThat(sample.getResponseDataAsString())
                .contains("element 64: there is no key 'ZAK' in scope; known are MAK", "Response, ", "Request, ");
    }

    @Test
    void shouldBeVerifiedByTheDefaultsInScopeWhenTheRequestIsTried() {
        PlanScope scope = new PlanScope(
                Optional.of(toHost("thread")), List.of(defaults("shared", MAC)), List.of(keys()), Map.of());

        List<SampleResult> right =
                Trial.of(scope, asking("purchase", Fault.NONE, "")).run();
        List<SampleResult> wrong =
                Trial.of(scope, asking("purchase", Fault.OTHER_KEY, "")).run();

        assertThat(codes(labelled(right, "purchase"))).isEqualTo(Map.of("00", 1L));
        assertThat(codes(labelled(wrong, "purchase"))).isEqualTo(Map.of("MAC_MISMATCH", 1L));
    }
}
