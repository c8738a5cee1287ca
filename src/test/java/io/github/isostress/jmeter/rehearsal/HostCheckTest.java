package io.github.isostress.jmeter.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lines of a host that are checked before it starts. */
@ExtendWith(JMeterEnvironment.class)
class HostCheckTest {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    private final Iso8583Host host = new Iso8583Host();

    private final Iso8583Keys keys = new Iso8583Keys();

    private PlanScope scope() {
        return new PlanScope(Optional.empty(), List.of(), List.of(keys), Map.of("packager", "iso93ascii"));
    }

    private HostCheck checkSeals(String seals) {
        host.set(SCHEMA.seals, seals);
        return HostCheck.ofSeals(host, scope());
    }

    private HostCheck check(String rules) {
        host.set(SCHEMA.rules, rules);
        return HostCheck.ofRules(host, scope());
    }

    @Test
    void shouldCountThemWhenTheyCanBePlayed() {
        assertThat(check("# none\nevery 2 : close\nalways : delay 5\n")).isEqualTo(new HostCheck.Accepted(2));
    }

    @Test
    void shouldNameTheLineWhenItIsWrong() {
        assertThat(check("every 2 : close\nevery 3 : explode"))
                .isInstanceOfSatisfying(HostCheck.Refused.class, refused -> {
                    assertThat(refused.line()).isEqualTo(2);
                    assertThat(refused.sentence()).startsWith("rules, line 2: 'explode' is no behaviour");
                });
    }

    @Test
    void shouldBeRefusedWhenTheyDoNotFitThePackager() {
        host.set(SCHEMA.packager, "none");

        assertThat(check("always : decline 51")).isInstanceOf(HostCheck.Refused.class);
    }

    @Test
    void shouldBeRefusedWhenTheyDoNotFitTheFraming() {
        host.set(SCHEMA.framing, "etx");

        assertThat(check("always : oversize length")).isInstanceOf(HostCheck.Refused.class);
    }

    @Test
    void shouldReadThePackagerWhenItIsAVariable() {
        host.set(SCHEMA.packager, "${packager}");

        assertThat(check("always : decline 051")).isEqualTo(new HostCheck.Accepted(1));
    }

    @Test
    void shouldBeKnownOnlyLaterWhenTheyHoldExpressions() {
        assertThat(check("every ${n} : close")).isEqualTo(new HostCheck.KnownAtStart());
    }

    @Test
    void shouldSayWhatIsWrongWhenThereIsNoSuchPackager() {
        host.set(SCHEMA.packager, "nonsense");

        assertThat(check("every 2 : close"))
                .isInstanceOfSatisfying(
                        HostCheck.Refused.class,
                        refused -> assertThat(refused.line()).isZero());
    }

    @Test
    void shouldCountTheLinesOfChecksAndSignaturesWhenTheKeysAreInScope() {
        keys.set(Iso8583KeysSchema.INSTANCE.keys, "MAK mac aes clear=2B7E151628AED2A6ABF7158809CF4F3C");

        assertThat(checkSeals("verify 64:= mac key=MAK algorithm=aes-cmac\n\nsign 64:= mac key=MAK algorithm=aes-cmac"))
                .isEqualTo(new HostCheck.Accepted(2));
    }

    @Test
    void shouldNameTheLineWhenAKeyIsNotInScope() {
        assertThat(checkSeals("# purchases\nverify 64:= mac key=MAK"))
                .isEqualTo(new HostCheck.Refused(
                        2, "checks and signs, line 2: there is no key 'MAK' in scope, nor any other"));
    }

    @Test
    void shouldCheckARuleWithTheSignaturesWhenItSpoilsOne() {
        keys.set(Iso8583KeysSchema.INSTANCE.keys, "MAK mac aes clear=2B7E151628AED2A6ABF7158809CF4F3C");
        host.set(SCHEMA.seals, "sign 64:= mac key=MAK algorithm=aes-cmac");

        assertThat(check("always : wrong mac")).isEqualTo(new HostCheck.Accepted(1));
        assertThat(check("always : wrong arpc")).isInstanceOf(HostCheck.Refused.class);
    }
}
