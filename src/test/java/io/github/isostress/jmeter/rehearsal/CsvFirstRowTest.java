package io.github.isostress.jmeter.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jmeter.config.CSVDataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a CSV Data Set Config gives a thread first. */
@ExtendWith(JMeterEnvironment.class)
class CsvFirstRowTest {
    @TempDir
    Path folder;

    private final CSVDataSet element = new CSVDataSet();

    private Map<String, String> values(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("cards.csv"), content);
        element.setName("cards");
        element.setProperty("filename", file.toString());
        return CsvFirstRow.of(element).values(Map.of());
    }

    @Test
    void shouldTakeTheNamesFromTheFileWhenTheElementHasNone() throws IOException {
        assertThat(values("PAN,EXPIRY\n9999990000000015,2912\n9999990000000023,3001\n"))
                .containsExactly(Map.entry("PAN", "9999990000000015"), Map.entry("EXPIRY", "2912"));
    }

    @Test
    void shouldTakeTheFirstLineWhenTheElementHasTheNames() throws IOException {
        element.setProperty("variableNames", "PAN, EXPIRY");

        assertThat(values("9999990000000015,2912\n")).containsEntry("EXPIRY", "2912");
    }

    @Test
    void shouldPassTheFirstLineOverWhenTheElementSaysSo() throws IOException {
        element.setProperty("variableNames", "A");
        element.setProperty("ignoreFirstLine", true);

        assertThat(values("title\nvalue\n")).containsExactly(Map.entry("A", "value"));
    }

    @Test
    void shouldUnderstandTabsAndQuotesWhenTheElementSaysSo() throws IOException {
        element.setProperty("variableNames", "A,B");
        element.setProperty("delimiter", "\\t");
        element.setProperty("quotedData", true);

        assertThat(values("\"one\tcell\"\ttwo\n")).containsExactly(Map.entry("A", "one\tcell"), Map.entry("B", "two"));
    }

    @Test
    void shouldHaveNoValuesWhenTheFileHasNoRow() throws IOException {
        assertThat(values("")).isEmpty();
        assertThat(values("PAN\n")).isEmpty();
    }

    @Test
    void shouldFindTheFileWhenItsNameUsesAVariableOfThePlan() throws IOException {
        Files.writeString(folder.resolve("b.csv"), "PAN\n1\n");
        element.setProperty("filename", folder + "/${set}.csv");

        assertThat(CsvFirstRow.of(element).values(Map.of("set", "b"))).containsEntry("PAN", "1");
    }

    @Test
    void shouldNameElementAndFileWhenThereIsNone() {
        element.setName("cards");
        element.setProperty("filename", folder.resolve("missing.csv").toString());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFirstRow.of(element).values(Map.of()))
                .withMessage("'cards': there is no file " + folder.resolve("missing.csv"));
    }
}
