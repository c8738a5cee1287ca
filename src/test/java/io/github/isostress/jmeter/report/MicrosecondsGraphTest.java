package io.github.isostress.jmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.jmeter.record.SampleKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.report.core.Sample;
import org.apache.jmeter.report.core.SampleMetadata;
import org.apache.jmeter.report.processor.ListResultData;
import org.apache.jmeter.report.processor.MapResultData;
import org.apache.jmeter.report.processor.ResultData;
import org.apache.jmeter.report.processor.SampleContext;
import org.apache.jmeter.report.processor.ValueResultData;
import org.apache.jmeter.report.processor.graph.AbstractGraphConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JMeterEnvironment.class)
class MicrosecondsGraphTest {
    private static final String GRAPH = "jmeter.reportgenerator.graph.custom_";

    @Test
    void shouldDrawFourLinesOfTheSamplesThatHaveAValueWhenTheJtlHasTheColumn() {
        SampleMetadata columns = new SampleMetadata(',', "timeStamp", "elapsed", "label", "success", "\"iso_rtt_us\"");
        Map<String, Double> lines = lines(
                columns,
                new Sample(0, columns, "1000", "0", "host connect", "true", ""),
                new Sample(1, columns, "1100", "0", "purchase", "true", "100"),
                new Sample(2, columns, "1200", "0", "purchase", "true", "200"),
                new Sample(3, columns, "1300", "0", "purchase", "true", "900"));

        assertThat(lines)
                .containsEntry("median", 200.0)
                .containsEntry("mean", 400.0)
                .containsEntry("p99", 900.0)
                .containsEntry("max", 900.0);
    }

    @Test
    void shouldStayEmptyWhenTheJtlHasNoSuchColumn() {
        SampleMetadata columns = new SampleMetadata(',', "timeStamp", "elapsed", "label", "success");

        assertThat(lines(columns, new Sample(0, columns, "1000", "0", "purchase", "true")))
                .isEmpty();
    }

    @Test
    void shouldBeWhatTheShippedSettingsDrawTimesWith() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(
                Path.of(System.getProperty("project.basedir", "."), "src", "jmeter", "bin", "user.properties"))) {
            settings.load(file);
        }
        List<String> graphs = settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(GRAPH) && name.endsWith(".classname"))
                .toList();

        assertThat(graphs).hasSize(3).allSatisfy(name -> {
            assertThat(settings.getProperty(name)).isEqualTo(MicrosecondsGraph.class.getName());
            assertThat(settings.getProperty(name.replace("classname", "property.setSampleVariableName")))
                    .isIn(JtlColumns.TIMES);
        });
    }

    @Test
    void shouldLeaveOutEverySampleOfAConnectionWhenTheDocumentedFilterIsSet() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("project.basedir", "."), "src", "docs", "results.md"));
        Pattern kept =
                Pattern.compile(StringUtils.substringBetween(page, "-Jjmeter.reportgenerator.sample_filter=", "\""));

        assertThat("purchase").matches(kept);
        assertThat(SampleKind.values())
                .extracting(kind -> kind.label("host"))
                .allSatisfy(label -> assertThat(label).doesNotMatch(kept));
    }

    /** By line, its value in the first second; without a line that has none. */
    private static Map<String, Double> lines(SampleMetadata columns, Sample... samples) {
        MicrosecondsGraph graph = new MicrosecondsGraph();
        graph.setName("graph");
        graph.setSampleVariableName("iso_rtt_us");
        graph.setGranularity(1000);
        SampleContext context = new SampleContext();
        graph.setSampleContext(context);
        graph.initialize();
        graph.setConsumedMetadata(columns, 0);
        graph.startConsuming();
        for (Sample sample : samples) {
            graph.consume(sample, 0);
        }
        graph.stopConsuming();
        return firstValues((MapResultData) context.getData().get("graph"));
    }

    private static Map<String, Double> firstValues(MapResultData result) {
        Map<String, Double> values = new TreeMap<>();
        for (ResultData line : (ListResultData) result.getResult(AbstractGraphConsumer.RESULT_SERIES)) {
            MapResultData series = (MapResultData) line;
            ListResultData points = (ListResultData) series.getResult(AbstractGraphConsumer.RESULT_SERIES_DATA);
            if (points.getSize() > 0) {
                ListResultData point = (ListResultData) points.get(0);
                values.put((String) value(series.getResult(AbstractGraphConsumer.RESULT_SERIES_NAME)), (Double)
                        value(point.get(1)));
            }
        }
        return values;
    }

    private static Object value(ResultData data) {
        return ((ValueResultData) data).getValue();
    }
}
