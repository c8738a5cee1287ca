package io.github.isostress.jmeter.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What JMeter's tab of requests does with our view. */
@ExtendWith(JMeterEnvironment.class)
class Iso8583RequestViewTest {
    @Test
    void shouldSayThatThereIsNoRequestWhenASampleHasNone() throws Exception {
        Iso8583RequestView view = new Iso8583RequestView();
        SwingUtilities.invokeAndWait(() -> {
            view.init();
            view.clearData();
            view.setSamplerResult(new SampleResult());
        });

        assertThat(DescribedSamples.part(view.getPanel(), JTextArea.class).getText())
                .contains("no ISO 8583 request");
    }
}
