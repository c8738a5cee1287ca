package io.github.isostress.jmeter.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that depends on whether a property is set. */
@ExtendWith(JMeterEnvironment.class)
class IsoIfBlankTest {
    private static final String NAME = "isoIfBlankTest";

    @AfterEach
    void forget() {
        JMeterUtils.getJMeterProperties().remove(NAME);
    }

    private static String value(String texts) {
        return new CompoundVariable("${__isoIfBlank(" + NAME + "," + texts + ")}").execute();
    }

    @Test
    void shouldGiveTheFirstTextWhenThePropertyIsMissing() {
        assertThat(value("../certs/ca.pem,")).isEqualTo("../certs/ca.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t"})
    void shouldGiveTheFirstTextWhenThePropertyIsBlank(String blank) {
        JMeterUtils.setProperty(NAME, blank);

        assertThat(value("true,false")).isEqualTo("true");
    }

    @Test
    void shouldGiveTheSecondTextWhenThePropertyIsSet() {
        JMeterUtils.setProperty(NAME, "a \" and a , of its own");

        assertThat(value("true,false")).isEqualTo("false");
        assertThat(value("../certs/ca.pem,")).isEmpty();
    }
}
