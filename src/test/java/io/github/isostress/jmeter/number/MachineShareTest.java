package io.github.isostress.jmeter.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.IntendedStart;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import io.github.isostress.pace.Rated;
import io.github.isostress.pace.Share;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one of several machines sends of a rate. */
@ExtendWith(JMeterEnvironment.class)
class MachineShareTest {
    private static final String PREFIX = JMeterUtils.THREAD_GROUP_DISTRIBUTED_PREFIX_PROPERTY_NAME;

    @AfterEach
    void forget() {
        JMeterUtils.getJMeterProperties().remove("agent.id");
        JMeterUtils.getJMeterProperties().remove(PREFIX);
    }

    private static Iso8583RateTimer startedTimer() {
        Iso8583RateTimer timer = new Iso8583RateTimer();
        timer.setName("pace");
        timer.set(Iso8583RateTimerSchema.INSTANCE.rate, "30");
        timer.set(Iso8583RateTimerSchema.INSTANCE.total, "of all machines together");
        timer.testStarted();
        return timer;
    }

    @Test
    void shouldBeTheMachinesPartWhenTheRateIsOfAllTogether() {
        assertThat(MachineShare.of(Rated.ALL_MACHINES)).isEqualTo(Share.WHOLE);

        JMeterUtils.setProperty("agent.id", "2/3");

        assertThat(MachineShare.of(Rated.ALL_MACHINES)).isEqualTo(new Share(2, 3));
        assertThat(MachineShare.of(Rated.EACH_MACHINE)).isEqualTo(Share.WHOLE);
    }

    @Test
    void shouldBeRefusedWhenNothingSaysHowManyMachinesThereAre() {
        JMeterUtils.setProperty("agent.id", "2");
        String sentence = "the rate is that of all machines together, and nothing says how many there are: set"
                + " agent.id, such as 2/3, or choose that the rate is of each machine";

        assertThatThrownBy(() -> MachineShare.of(Rated.ALL_MACHINES)).hasMessage(sentence);
        assertThat(MachineShare.of(Rated.EACH_MACHINE)).isEqualTo(Share.WHOLE);

        JMeterUtils.getJMeterProperties().remove("agent.id");
        JMeterUtils.setProperty(PREFIX, "10.0.0.1:1099");

        assertThatThrownBy(() -> MachineShare.of(Rated.ALL_MACHINES))
                .as("an agent whose controller does not tell of the others")
                .hasMessage(sentence);
    }

    @Test
    void shouldGiveEveryThirdTurnWhenItIsTheSecondOfThreeMachines() {
        JMeterUtils.setProperty("agent.id", "2/3");
        Iso8583RateTimer timer = startedTimer();

        timer.delay();
        long first = IntendedStart.of(JMeterContextService.getContext()).orElseThrow();
        timer.delay();

        assertThat(IntendedStart.of(JMeterContextService.getContext()).orElseThrow() - first)
                .isEqualTo(100_000_000);
    }

    @Test
    void shouldFailEverySampleWithTheSentenceWhenTheShareIsNotKnown() {
        JMeterUtils.setProperty("agent.id", "7/3");
        Iso8583RateTimer timer = startedTimer();
        JMeterContextService.getContext().setCurrentSampler(new Iso8583Request());

        timer.delay();

        assertThatThrownBy(() -> IntendedStart.check(JMeterContextService.getContext()))
                .hasMessage("'pace': property agent.id is '7/3', there are 3 machines");
    }
}
