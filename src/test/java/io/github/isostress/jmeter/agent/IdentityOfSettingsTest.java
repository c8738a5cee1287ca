package io.github.isostress.jmeter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which machine this is where no controller says so. */
@ExtendWith(JMeterEnvironment.class)
class IdentityOfSettingsTest {
    private final Map<String, String> environment = new HashMap<>();

    @AfterEach
    void forgetProperties() {
        Stream.of("agent.id", "agent.count", "iso8583.agent.property", "iso8583.agent.first", "pod")
                .forEach(name -> JMeterUtils.getJMeterProperties().remove(name));
    }

    /** Names in capitals are environment variables, all others are properties. */
    private AgentIdentity identity(String settings) {
        Arrays.stream(settings.split(" ")).map(setting -> setting.split("=")).forEach(setting -> {
            if (setting[0].equals(setting[0].toUpperCase())) {
                environment.put(setting[0], setting[1]);
            } else {
                JMeterUtils.setProperty(setting[0], setting[1]);
            }
        });
        return IdentitySource.ofSettings(environment::get);
    }

    @Test
    void shouldBeAloneWhenNothingIsSet() {
        assertThat(IdentitySource.ofSettings(environment::get)).isEqualTo(AgentIdentity.ALONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agent.id=2                                                               | 2 of 0  | property agent.id
            agent.id=2/3                                                             | 2 of 3  | property agent.id
            agent.id=2 agent.count=5                                                 | 2 of 5  | property agent.id
            agent.id=2/3 agent.count=5                                               | 2 of 3  | property agent.id
            agent.id=5                                                               | 5 of 0  | property agent.id
            TAURUS_SESSIONS_INDEX=4                                                  | 4 of 0  | environment variable TAURUS_SESSIONS_INDEX
            TAURUS_SESSIONS_INDEX=4 TAURUS_SESSIONS_TOTAL=6                          | 4 of 6  | environment variable TAURUS_SESSIONS_INDEX
            agent.id=1/2 TAURUS_SESSIONS_INDEX=4 TAURUS_SESSIONS_TOTAL=6             | 1 of 2  | property agent.id
            iso8583.agent.property=pod pod=jmeter-3 agent.count=4                    | 3 of 4  | property pod
            iso8583.agent.property=JOB_INDEX JOB_INDEX=0 iso8583.agent.first=0       | 1 of 0  | environment variable JOB_INDEX
            iso8583.agent.property=JOB_INDEX JOB_INDEX=9 iso8583.agent.first=0 agent.count=10 | 10 of 10 | environment variable JOB_INDEX
            TAURUS_SESSIONS_INDEX=4 iso8583.agent.property=pod pod=1                 | 4 of 0  | environment variable TAURUS_SESSIONS_INDEX
            """)
    void shouldBeTheOneThatTheFirstSourceNamesWhenSeveralAreSet(String settings, String place, String source) {
        AgentIdentity identity = identity(settings);

        assertThat(identity.number() + " of " + identity.count()).isEqualTo(place);
        assertThat(identity.source()).isEqualTo(source);
        assertThat(identity.name()).isEqualTo(JMeterUtils.getLocalHostName());
    }

    @Test
    void shouldHaveOneOfFiveSharesWhenItIsNotKnownHowManyMachinesThereAre() {
        AgentIdentity identity = identity("agent.id=3");

        assertThat(identity.shares()).isEqualTo(5);
        assertThat(identity.isOneOfSeveral()).isTrue();
        assertThat(identity)
                .hasToString("This machine ('" + JMeterUtils.getLocalHostName()
                        + "') is number 3 of an unknown number of machines, so numbers are dealt into 5 shares, by"
                        + " property agent.id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agent.id=two               | property agent.id is 'two', it must be the number of this machine, such as 2 or 2/3
            agent.id=0                 | property agent.id is '0', the first machine has number 1
            agent.id=4/3               | property agent.id is '4/3', there are 3 machines
            agent.id=6                 | property agent.id is '6', without agent.count there are no more than 5 machines
            agent.id=1 agent.count=no  | property agent.count is 'no', it must be the number of machines, from 1
            agent.id=1 agent.count=0   | property agent.count is '0', it must be the number of machines, from 1
            TAURUS_SESSIONS_INDEX=1 TAURUS_SESSIONS_TOTAL=x       | environment variable TAURUS_SESSIONS_TOTAL is 'x', it must be the number of machines, from 1
            iso8583.agent.property=NONE                           | property iso8583.agent.property names 'NONE', and no JMeter property or environment variable of this name is set
            iso8583.agent.property=pod pod=0                      | property pod is '0', the first machine has number 1, unless iso8583.agent.first is 0
            iso8583.agent.property=pod pod=1 iso8583.agent.first=2 | property iso8583.agent.first is '2', it must be 0 or 1
            """)
    void shouldSayWhatIsWrongWhenItIsNoNumberOfAMachine(String settings, String sentence) {
        assertThatThrownBy(() -> identity(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
