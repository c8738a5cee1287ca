package io.github.isostress.jmeter.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sample: its messages side by side, or what else there is to say. */
@ExtendWith(JMeterEnvironment.class)
class ExchangeViewTest {
    private ExchangeView view;
    private List<MessagePane> panes;

    @BeforeEach
    void open() throws Exception {
        SwingUtilities.invokeAndWait(() -> view = new ExchangeView());
        panes = DescribedSamples.parts(view, MessagePane.class);
    }

    @Test
    void shouldSelectTheElementOnBothSidesWhenItIsSelectedOnOne() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            view.show(DescribedSamples.approved());
            panes.get(0).select(DescribedSamples.PROCESSING);
        });
        assertThat(panes.get(1).selected()).isEqualTo(DescribedSamples.PROCESSING);

        SwingUtilities.invokeAndWait(() -> panes.get(1).select(DescribedSamples.RESPONSE_CODE));
        assertThat(panes.get(0).selected()).isEqualTo(ElementTree.NONE);
        assertThat(panes.get(1).selected()).isEqualTo(DescribedSamples.RESPONSE_CODE);
    }

    @Test
    void shouldVisitAnElementOnceWhenBothMessagesHaveIt() throws Exception {
        SwingUtilities.invokeAndWait(() -> view.show(DescribedSamples.approved()));
        SearchRing ring = new SearchRing(panes);

        SwingUtilities.invokeAndWait(() -> ring.search("code"));

        assertThat(ring.size()).isEqualTo(2);
        SwingUtilities.invokeAndWait(ring::next);
        assertThat(panes.get(0).selected()).isEqualTo(DescribedSamples.PROCESSING);
        SwingUtilities.invokeAndWait(ring::next);
        assertThat(panes.get(1).selected()).isEqualTo(DescribedSamples.RESPONSE_CODE);
        assertThat(ring.position()).isEqualTo(2);
        SwingUtilities.invokeAndWait(ring::next);
        assertThat(ring.position()).isEqualTo(1);
    }

    @Test
    void shouldSearchTheNextSampleWhenASearchIsOn() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            DescribedSamples.part(view, JTextField.class).setText("approved");
            view.show(DescribedSamples.approved());
        });

        assertThat(DescribedSamples.parts(view, ElementTable.class).get(1).isMatch(DescribedSamples.RESPONSE_CODE))
                .isTrue();
    }

    @Test
    void shouldGiveTheRequestAllTheRoomWhenNoResponseCame() throws Exception {
        SwingUtilities.invokeAndWait(() -> view.show(new ShownSample(
                "RESPONSE_TIMEOUT", "waited", Optional.of(DescribedSamples.purchase("0200", "")), Optional.empty())));

        assertThat(panes.get(0).isVisible()).isTrue();
        assertThat(panes.get(1).isVisible()).isFalse();
        assertThat(texts()).contains("waited");
    }

    @Test
    void shouldSayWhatItIsNotWhenTheSampleIsAnothers() throws Exception {
        SampleResult page = sample("200", "OK", "<html>a page</html>");

        SwingUtilities.invokeAndWait(() -> view.show(page));

        assertThat(texts()).contains("no ISO 8583 sample").doesNotContain("a page");
        assertThat(panes).noneMatch(MessagePane::isVisible);
    }

    @Test
    void shouldSayWhyItReadsNothingWhenANewerVersionHasRecordedTheSample() throws Exception {
        SampleResult recorded = sample("00", "Approved", "an answer\n\niso-stress sample text 2\n");

        SwingUtilities.invokeAndWait(() -> view.show(recorded));

        assertThat(texts())
                .contains("A newer iso-stress has recorded this sample")
                .doesNotContain("an answer");
    }

    @Test
    void shouldShowItsWordsWhenAConnectFailed() throws Exception {
        Failure failure = Failure.CONNECTION_REFUSED;
        SampleResult refused = sample(
                failure.name(),
                failure.sentence(),
                failure.name() + ": " + failure.sentence() + ".\nnobody listens on port 9\n");

        SwingUtilities.invokeAndWait(() -> view.show(refused));

        assertThat(texts()).contains("CONNECTION_REFUSED", "nobody listens on port 9");
    }

    @Test
    void shouldShowTheBeginningOnlyWhenTextsAreVeryLong() {
        String text = "x".repeat(ShownSample.LONGEST_READ) + "y";

        ShownSample shown = ShownSample.of(sample("200", "OK", text));

        assertThat(shown.words()).hasSizeLessThan(30_000).contains("too long", "xxx");
    }

    @Test
    void shouldSayWhichAssertionFailedWhenTheAnswerWasApproved() {
        SampleResult sample = sample("200", "OK", "");
        AssertionResult assertion = new AssertionResult("amount");
        assertion.setFailure(true);
        assertion.setFailureMessage("DE 4 differs");
        sample.addAssertionResult(assertion);

        assertThat(ShownSample.of(sample).words()).contains("Assertion amount: DE 4 differs");
    }

    @Test
    void shouldShowNothingOfTheLastSampleWhenTheNextHasNoMessages() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            view.show(DescribedSamples.approved());
            view.show(new SampleResult());
        });

        assertThat(DescribedSamples.parts(view, ElementTable.class)).allMatch(table -> table.getRowCount() == 0);
        assertThat(texts()).doesNotContain("Approved");
    }

    private String texts() {
        StringBuilder texts = new StringBuilder();
        DescribedSamples.parts(view, JTextArea.class)
                .forEach(text -> texts.append(text.getText()).append('\n'));
        return texts.toString();
    }

    private static SampleResult sample(String code, String message, String response) {
        SampleResult sample = new SampleResult();
        sample.setResponseCode(code);
        sample.setResponseMessage(message);
        sample.setResponseData(response, StandardCharsets.UTF_8.name());
        sample.setDataType(SampleResult.TEXT);
        return sample;
    }
}
