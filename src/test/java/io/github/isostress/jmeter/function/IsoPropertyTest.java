package io.github.isostress.jmeter.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.util.List;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A property of a plan: its value, its default, or a failure of every sample. */
@ExtendWith(JMeterEnvironment.class)
class IsoPropertyTest {
    private static final String NAME = "isoPropertyTest";

    @AfterEach
    void forget() {
        JMeterUtils.getJMeterProperties().remove(NAME);
        CurrentRun.end();
    }

    private static String value(String range) {
        return new IsoProperty().value(List.of(NAME, "20", range));
    }

    @Test
    void shouldGiveTheDefaultWhenThePropertyIsMissing() {
        assertThat(value("1-100")).isEqualTo("20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void shouldGiveTheDefaultWhenThePropertyIsBlank(String blank) {
        JMeterUtils.setProperty(NAME, blank);

        assertThat(value("1-100")).isEqualTo("20");
        assertThatCode(() -> CurrentRun.context().check()).doesNotThrowAnyException();
    }

    @Test
    void shouldGiveThePropertyWhenItIsInTheRange() {
        JMeterUtils.setProperty(NAME, "100");

        assertThat(value("1-100")).isEqualTo("100");
        assertThatCode(() -> CurrentRun.context().check()).doesNotThrowAnyException();
    }

    @Test
    void shouldGiveAnyTextWhenThereIsNoRange() {
        JMeterUtils.setProperty(NAME, "some text");

        assertThat(value("")).isEqualTo("some text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "101", "-1", "1.5", "99999999999"})
    void shouldRefuseTheRunWhenThePropertyIsOutsideTheRange(String wrong) {
        JMeterUtils.setProperty(NAME, wrong);

        assertThat(value("1-100")).isEqualTo("20");
        assertThatThrownBy(() -> CurrentRun.context().check())
                .hasMessage("property " + NAME + " is '" + wrong + "', it must be a whole number in 1-100");
    }
}
