package io.github.isostress.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** For which run a thread works. */
@ExtendWith(JMeterEnvironment.class)
class CurrentRunTest {
    private final JMeterContext thread = JMeterContextService.getContext();

    @Test
    void shouldBeTheTestsWhenAThreadHasVariablesOrNone() {
        RunContext without = CurrentRun.context();

        thread.setVariables(new JMeterVariables());

        assertThat(CurrentRun.context()).isSameAs(without);
    }

    @Test
    void shouldBeAnotherWhenTheTestHasEnded() {
        RunContext ended = CurrentRun.context();

        CurrentRun.end();

        assertThat(CurrentRun.context()).isNotSameAs(ended);
    }

    @Test
    void shouldBeTheLentOneWhenAThreadWorksWithItsVariablesOrACopy() {
        RunContext trial = RunContext.ofTrial();
        JMeterVariables variables = new JMeterVariables();
        CurrentRun.lend(trial, variables);
        JMeterVariables copy = new JMeterVariables();
        copy.putAll(variables);

        thread.setVariables(variables);
        assertThat(CurrentRun.context()).isSameAs(trial);

        thread.setVariables(copy);
        assertThat(CurrentRun.context()).isSameAs(trial);

        thread.setVariables(new JMeterVariables());
        assertThat(CurrentRun.context()).isNotSameAs(trial);
    }
}
