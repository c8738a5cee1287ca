package io.github.isostress.jmeter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a record tells the machines of one load apart. */
@ExtendWith(JMeterEnvironment.class)
class ThisMachineTest {
    @AfterEach
    void forget() {
        JMeterUtils.getJMeterProperties().remove("agent.id");
    }

    @Test
    void shouldHaveItsNameAloneWhenThereIsNoOther() {
        assertThat(ThisMachine.recorded().name()).isEqualTo(JMeterUtils.getLocalHostName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2/3  | ', number 2 of 3'
                    2    | ', number 2'
                    zwei | ''
                    """)
    void shouldHaveItsNumberWhenThereAreSeveral(String id, String number) {
        JMeterUtils.setProperty("agent.id", id);

        assertThat(ThisMachine.recorded().name()).isEqualTo(JMeterUtils.getLocalHostName() + number);
    }
}
