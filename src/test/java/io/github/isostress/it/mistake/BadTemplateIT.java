package io.github.isostress.it.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of a template in the stress plan is wrong. */
class BadTemplateIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            41  TERM0001 | 41  TERM00012   | line 15, element 41: has 9 characters, at most 8 are allowed
            41  TERM0001 | DE41 TERM0001   | line 15: 'DE41' is no data element
            41  TERM0001 | 41  ${TERMINAL} | line 15, element 41: a variable or function in ${TERMINAL} has no value
            41  TERM0001 | 52  123         | line 15, element 52: is binary, and its value has an odd number of hex digits
            """)
    void shouldNameLineAndElementWhenTemplateIsWrong(String before, String after, String sentence) throws Exception {
        Path plan = stressPlanWith(before, after);

        WrongPlan.assertFailed(WrongPlan.stress(folder, plan).run(), "TEMPLATE_ERROR", sentence);
    }

    private Path stressPlanWith(String before, String after) throws IOException {
        Path plan = Files.createDirectories(folder.resolve("plans")).resolve("changed.jmx");
        String text = Files.readString(JMeterProcess.STRESS_PLAN);
        assertThat(text).contains(before);
        return Files.writeString(plan, text.replace(before, after));
    }
}
