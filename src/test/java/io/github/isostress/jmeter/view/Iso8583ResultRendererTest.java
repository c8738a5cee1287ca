package io.github.isostress.jmeter.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextPane;
import javax.swing.SwingUtilities;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.samplers.SampleSaveConfiguration;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.visualizers.RequestView;
import org.apache.jmeter.visualizers.ResultRenderer;
import org.apache.jmeter.visualizers.Visualizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What View Results Tree does with our renderer and our view of requests. */
@ExtendWith(JMeterEnvironment.class)
class Iso8583ResultRendererTest {
    private static final String WHY = "nobody listens on port 9";

    private final Iso8583ResultRenderer renderer = new Iso8583ResultRenderer();
    private JTabbedPane tabs;

    @Test
    void shouldBeFoundWhenJMeterLooksForServices() {
        assertThat(ServiceLoader.load(ResultRenderer.class))
                .filteredOn(Iso8583ResultRenderer.class::isInstance)
                .singleElement()
                .hasToString("ISO 8583");
        assertThat(ServiceLoader.load(RequestView.class))
                .filteredOn(Iso8583RequestView.class::isInstance)
                .singleElement()
                .returns("ISO 8583", RequestView::getLabel);
    }

    @Test
    void shouldBeInFrontWhenTheRendererIsChosen() throws Exception {
        choose();
        select(failed());

        assertThat(titles()).containsExactly("Sampler result", "Request", "ISO 8583", "Response data");
        assertThat(tabs.getSelectedComponent()).isInstanceOf(ExchangeView.class);
        assertThat(texts()).contains(WHY);
    }

    @Test
    void shouldStayBehindWhenAnotherTabWasChosen() throws Exception {
        choose();
        select(failed());
        SwingUtilities.invokeAndWait(() -> tabs.setSelectedIndex(0));

        select(failed());

        assertThat(tabs.getSelectedIndex()).isZero();
    }

    @Test
    void shouldGoAndComeBackWhenAnAssertionIsLookedAt() throws Exception {
        choose();
        select(failed());
        select(new AssertionResult("amount"));
        assertThat(titles()).containsExactly("Assertion result");

        select(failed());
        assertThat(titles()).containsExactly("Sampler result", "Request", "ISO 8583", "Response data");
        assertThat(tabs.getSelectedComponent()).isInstanceOf(ExchangeView.class);
    }

    @Test
    void shouldShowNothingOfThePastWhenResultsAreClearedOrForeign() throws Exception {
        choose();
        select(failed());
        SwingUtilities.invokeAndWait(renderer::clearData);
        assertThat(texts()).doesNotContain(WHY);

        select(failed());
        select(foreign());
        assertThat(texts()).doesNotContain(WHY).contains("no ISO 8583 sample");
    }

    @Test
    void shouldLetResponseDataComeToTheFrontWhenTheSampleIsAnothers() throws Exception {
        choose();
        select(foreign());
        assertThat(titles().get(tabs.getSelectedIndex())).isEqualTo("Response data");

        select(failed());
        assertThat(tabs.getSelectedComponent()).isInstanceOf(ExchangeView.class);
    }

    @Test
    void shouldShowSizesOfNothingWhenNothingWasReceived() throws Exception {
        SampleResult sample = failed();
        sample.setBodySize(-1L);
        sample.setHeadersSize(1);
        choose();

        select(sample);

        assertThat(sample.getBytesAsLong()).isZero();
        assertThat(DescribedSamples.part(tabs, JTextPane.class).getText())
                .contains("\nSize in bytes:0\n", "\nHeaders size in bytes:0\nBody size in bytes:0\n");
    }

    @Test
    void shouldBeFreshWhenItIsChosenAgain() throws Exception {
        choose();
        select(failed());
        JTabbedPane before = tabs;

        choose();
        assertThat(texts()).doesNotContain(WHY);
        select(failed());
        assertThat(tabs.getSelectedComponent())
                .isInstanceOf(ExchangeView.class)
                .isNotSameAs(before.getSelectedComponent());
    }

    @Test
    void shouldShowSamplesWhenTheyComeFromAFile(@TempDir Path folder) throws Exception {
        List<SampleResult> fromXml = loaded(xml(folder, failed()));
        List<SampleResult> fromCsv = loaded(csv(folder, failed()));
        choose();

        select(fromXml.get(0));
        assertThat(texts()).contains(Failure.CONNECTION_REFUSED.name(), WHY);
        select(fromCsv.get(0));
        assertThat(texts())
                .contains(Failure.CONNECTION_REFUSED.name())
                .contains("without its texts")
                .doesNotContain(WHY);
    }

    private void choose() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            tabs = new JTabbedPane();
            renderer.setRightSide(tabs);
            renderer.setLastSelectedTab(0);
            renderer.init();
        });
    }

    /** As the visualizer does. */
    private void select(Object chosen) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            renderer.setLastSelectedTab(tabs.getSelectedIndex());
            renderer.setSamplerResult(chosen);
            renderer.setupTabPane();
            if (chosen instanceof SampleResult result) {
                renderer.renderResult(result);
            }
        });
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < tabs.getTabCount(); i++) {
            titles.add(tabs.getTitleAt(i));
        }
        return titles;
    }

    private String texts() {
        StringBuilder texts = new StringBuilder();
        DescribedSamples.parts(tabs, ExchangeView.class)
                .forEach(view -> DescribedSamples.parts(view, JTextArea.class)
                        .forEach(text -> texts.append(text.getText()).append('\n')));
        return texts.toString();
    }

    private static SampleResult failed() {
        SampleResult sample = new SampleResult(1_700_000_000_000L, 5);
        sample.setSampleLabel("host connect");
        sample.setThreadName("workers 1-1");
        sample.setResponseCode(Failure.CONNECTION_REFUSED.name());
        sample.setResponseMessage(Failure.CONNECTION_REFUSED.sentence());
        sample.setSamplerData("Connect to localhost:9, framing 2 bytes\n");
        sample.setResponseData(
                Failure.CONNECTION_REFUSED.name() + ": " + Failure.CONNECTION_REFUSED.sentence() + ".\n" + WHY + "\n",
                StandardCharsets.UTF_8.name());
        sample.setDataType(SampleResult.TEXT);
        return sample;
    }

    private static SampleResult foreign() {
        SampleResult sample = new SampleResult();
        sample.setResponseData(new byte[] {1, 2, 3});
        sample.setDataType(SampleResult.BINARY);
        return sample;
    }

    private static Path xml(Path folder, SampleResult sample) throws IOException {
        SampleSaveConfiguration saved = new SampleSaveConfiguration(true);
        saved.setAsXml(true);
        sample.setSaveConfig(saved);
        Path file = folder.resolve("results.xml");
        try (Writer writer = Files.newBufferedWriter(file)) {
            StringWriter body = new StringWriter();
            SaveService.saveSampleResult(new SampleEvent(sample, "workers"), body);
            writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testResults version=\"1.2\">\n" + body
                    + "</testResults>\n");
        }
        return file;
    }

    private static Path csv(Path folder, SampleResult sample) throws IOException {
        return Files.writeString(
                folder.resolve("results.csv"),
                "timeStamp,elapsed,label,responseCode,responseMessage,success\n1700000000000,5,"
                        + sample.getSampleLabel() + "," + sample.getResponseCode() + "," + sample.getResponseMessage()
                        + ",false\n");
    }

    private static List<SampleResult> loaded(Path file) {
        List<SampleResult> samples = new ArrayList<>();
        ResultCollector collector = new ResultCollector();
        collector.setFilename(file.toString());
        collector.setListener(new Visualizer() {
            @Override
            public void add(SampleResult sample) {
                samples.add(sample);
            }

            @Override
            public boolean isStats() {
                return false;
            }
        });
        collector.loadExistingFile();
        return samples;
    }
}
