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
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.signing.KeyChangingHost;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MACs both ways while session messages bring new keys. */
@ExtendWith(JMeterEnvironment.class)
class KeyChangeInPlanTest {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final String KEK = "00112233445566778899AABBCCDDEEFF";
    private static final String FIRST = "2B7E151628AED2A6ABF7158809CF4F3C";
    private static final String KEY_CHANGE = "0 0800\n11 ${__isoStan()}\n70 001";
    private static final String MAC = "64:= mac key=MAK algorithm=aes-cmac";
    private static final int THREADS = 6;

    @ParameterizedTest
    @ValueSource(strings = {"thread", "pool of 3", "shared 2"})
    void shouldHaveNoFalseMacWhenKeysChangeUnderLoad(String keep) throws Exception {
        HexFormat hex = HexFormat.of();
        try (KeyChangingHost host = new KeyChangingHost(hex.parseHex(KEK), hex.parseHex(FIRST))) {
            SmallPlan plan = plan(host, keep);

            plan.start();
            Await.until("each connection has had a new key twice", () -> host.changes() >= 2 * THREADS);
            List<SampleResult> samples = plan.shutDown();

            assertThat(codes(labelled(samples, "purchase")).keySet()).isEqualTo(Set.of("00"));
            assertThat(host.refused()).isZero();
        }
    }

    private static SmallPlan plan(KeyChangingHost host, String keep) {
        SmallPlan plan = new SmallPlan(THREADS, -1);
        Iso8583Connection connection = connection("switch", String.valueOf(host.port()));
        connection.set(CONNECTION.keep, keep);
        connection.set(CONNECTION.signOn, KEY_CHANGE);
        connection.set(CONNECTION.echo, KEY_CHANGE);
        connection.set(CONNECTION.echoWhen, "always");
        connection.set(CONNECTION.echoIdle, "1");
        connection.set(CONNECTION.newKeys, "MAK 48 ecb under=TMK");
        plan.group().add(connection);
        Iso8583Keys keys = new Iso8583Keys();
        keys.setName("keys");
        keys.set(Iso8583KeysSchema.INSTANCE.keys, "TMK kek aes clear=" + KEK + "\nMAK mac aes clear=" + FIRST);
        plan.group().add(keys);
        Iso8583Request purchase = request("purchase", "0 0200\n11 ${__isoStan()}\n" + MAC);
        purchase.set(Iso8583RequestSchema.INSTANCE.verified, MAC);
        plan.group().add(purchase);
        plan.pauseBeforeSamples(2);
        return plan;
    }
}
