package io.github.isostress.jmeter.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules that are checked before their host starts. */
@ExtendWith(JMeterEnvironment.class)
class RulesCheckTest {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    private final Iso8583Host host = new Iso8583Host();

    private RulesCheck check(String rules) {
        host.set(SCHEMA.rules, rules);
        return RulesCheck.of(host, Map.of("packager", "iso93ascii"));
    }

    @Test
    void shouldCountThemWhenTheyCanBePlayed() {
        assertThat(check("# none\nevery 2 : close\nalways : delay 5\n")).isEqualTo(new RulesCheck.Accepted(2));
    }

    @Test
    void shouldNameTheLineWhenItIsWrong() {
        assertThat(check("every 2 : close\nevery 3 : explode"))
                .isInstanceOfSatisfying(RulesCheck.Refused.class, refused -> {
                    assertThat(refused.line()).isEqualTo(2);
                    assertThat(refused.sentence()).startsWith("rules, line 2: 'explode' is no behaviour");
                });
    }

    @Test
    void shouldBeRefusedWhenTheyDoNotFitThePackager() {
        host.set(SCHEMA.packager, "none");

        assertThat(check("always : decline 51")).isInstanceOf(RulesCheck.Refused.class);
    }

    @Test
    void shouldBeRefusedWhenTheyDoNotFitTheFraming() {
        host.set(SCHEMA.framing, "etx");

        assertThat(check("always : oversize length")).isInstanceOf(RulesCheck.Refused.class);
    }

    @Test
    void shouldReadThePackagerWhenItIsAVariable() {
        host.set(SCHEMA.packager, "${packager}");

        assertThat(check("always : decline 051")).isEqualTo(new RulesCheck.Accepted(1));
    }

    @Test
    void shouldBeKnownOnlyLaterWhenTheyHoldExpressions() {
        assertThat(check("every ${n} : close")).isEqualTo(new RulesCheck.KnownAtStart());
    }

    @Test
    void shouldSayWhatIsWrongWhenThereIsNoSuchPackager() {
        host.set(SCHEMA.packager, "nonsense");

        assertThat(check("every 2 : close"))
                .isInstanceOfSatisfying(
                        RulesCheck.Refused.class,
                        refused -> assertThat(refused.line()).isZero());
    }
}
