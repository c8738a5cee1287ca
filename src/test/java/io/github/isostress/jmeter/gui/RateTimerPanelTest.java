package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.gui.form.Remark;
import io.github.isostress.jmeter.setting.Iso8583RateTimerSchema;
import org.apache.jmeter.testelement.TestElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the panel of the rate timer says about several machines. */
@ExtendWith(JMeterEnvironment.class)
class RateTimerPanelTest {
    private static final Iso8583RateTimerSchema SCHEMA = Iso8583RateTimerSchema.INSTANCE;

    private final Iso8583RateTimerGui panel = new Iso8583RateTimerGui();
    private final Remark agents = new Parts(panel).labelled(Remark.class, "rate.agents");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500                  | of all machines together | Of three remote agents each sends a third. Together: 500.
            100 to 1000 in 60 s  | of each machine          | Of three remote agents each sends 100 to 1000 in 60 s. Together: three times that.
            ${__P(rps)}          | of all machines together | Of three remote agents each sends a third. Together: ${__P(rps)}.
            0                    | of all machines together | ''
            500                  | ${rated}                 | ''
            abc                  | of all machines together | ''
            """)
    void shouldSayWhatAgentsSendWhenARateIsWritten(String rate, String total, String sentence) throws Exception {
        Iso8583RateTimer timer = new Iso8583RateTimer();
        timer.set(SCHEMA.rate, rate);
        timer.set(SCHEMA.total, total);

        Parts.perform(() -> panel.configure(timer));

        String said = Parts.seen(agents::getText);
        assertThat(said).isEqualTo(sentence);
    }

    @Test
    void shouldBeOfAllMachinesWhenTheElementIsNewAndOfEachWhenAnOldPlanSaysNothing() {
        TestElement made = panel.createTestElement();

        assertThat(made.getString(SCHEMA.total)).isEqualTo("of all machines together");
        assertThat(new Iso8583RateTimer().get(SCHEMA.total)).isEqualTo("of each machine");
    }
}
