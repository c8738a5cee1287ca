package io.github.isostress.jmeter.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.RunningHost;
import io.github.isostress.jmeter.element.RunningHosts;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that was started by hand, while its settings change. */
@ExtendWith(JMeterEnvironment.class)
class HostRehearsalTest {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;
    private static final String SEALS = "verify 64:= mac key=MAK algorithm=aes-cmac";
    private static final String KEY = "MAK mac aes clear=2B7E151628AED2A6ABF7158809CF4F3C";
    private static final String OTHER_KEY = "MAK mac aes clear=3F419E1CB7079442AA37474C2EFBF8B8";

    private final Iso8583Host host = new Iso8583Host();

    @AfterEach
    void stop() {
        RunningHosts.stopRehearsals();
    }

    private static PlanScope scope(String keys, String packager) {
        Iso8583Keys element = new Iso8583Keys();
        element.set(Iso8583KeysSchema.INSTANCE.keys, keys);
        return new PlanScope(Optional.empty(), List.of(), List.of(element), Map.of("packager", packager));
    }

    private RunningHost start(PlanScope scope) {
        host.setName("embedded");
        return HostRehearsal.start(host, host, scope);
    }

    @ParameterizedTest
    @CsvSource({
        "rules, always : decline 51, true",
        "framing, ascii4, true",
        "packager, iso93ascii, true",
        "seals, '', false",
        "seals, # none, true",
        "useTls, true, true",
        "keyStore, other.pfx, true",
        "keyStorePassword, secret, true",
        "requireClientCertificate, true, true",
        "trustStore, ca.pem, true",
        "port, 0, false",
        "port, 5000, true",
        "portProperty, other.port, true",
        "returnSecrets, true, true",
        "start, false, false"
    })
    void shouldNoticeWhatItWouldStartWithNow(String property, String text, boolean isOutdated) {
        PlanScope scope = scope(KEY, "iso87ascii");
        RunningHost running = start(scope);

        host.setProperty("Iso8583Host." + property, text);

        assertThat(HostRehearsal.isOutdated(running, host, scope)).isEqualTo(isOutdated);
    }

    @Test
    void shouldNoticeKeysAndVariablesWhereItUsesThem() {
        RunningHost usesNone = start(scope(KEY, "iso87ascii"));
        assertThat(HostRehearsal.isOutdated(usesNone, host, scope(OTHER_KEY, "iso93ascii")))
                .isFalse();
        RunningHosts.stop(usesNone);

        host.set(SCHEMA.packager, "${packager}");
        host.set(SCHEMA.seals, SEALS);
        RunningHost usesBoth = start(scope(KEY, "iso87ascii"));

        assertThat(HostRehearsal.isOutdated(usesBoth, host, scope(KEY, "iso87ascii")))
                .isFalse();
        assertThat(HostRehearsal.isOutdated(usesBoth, host, scope(OTHER_KEY, "iso87ascii")))
                .isTrue();
        assertThat(HostRehearsal.isOutdated(usesBoth, host, scope(KEY, "iso93ascii")))
                .isTrue();
    }

    @Test
    void shouldGoOnAsItIsWhenTheNewSettingsCannotBeUsed() {
        PlanScope scope = scope(KEY, "iso87ascii");
        RunningHost running = start(scope);
        host.set(SCHEMA.framing, "nonsense");

        assertThatThrownBy(() -> HostRehearsal.restart(running, host, host, scope))
                .hasMessageContaining("framing 'nonsense' is none of");

        assertThat(RunningHosts.all()).containsExactly(running);
    }
}
