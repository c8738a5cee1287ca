package io.github.isostress.it.mistake;

import io.github.isostress.it.JMeterProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A property of the stress plan is wrong. */
class BadInputIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port                | 70000           | CONFIG_ERROR   | port 70000 is outside
            port                | abc             | CONFIG_ERROR   | 'abc' is no whole number
            packager            | iso78ascii      | CONFIG_ERROR   | packager 'iso78ascii' is none of iso87ascii
            framing             | binary3         | CONFIG_ERROR   | framing 'binary3' is none of none, binary2
            response_timeout_ms | 0               | CONFIG_ERROR   | response timeout 0 is outside 1 to 3600000 ms
            iso_message         | 30383           | TEMPLATE_ERROR | odd number of hex digits (5)
            iso_message         | 30 3x           | TEMPLATE_ERROR | character 5 of its value is no hex digit
            rps                 | abc             | CONFIG_ERROR   | 'rps': 'abc' is no rate: write requests a second
            workers             | 0               | CONFIG_ERROR   | property workers is '0', it must be a whole number in
            test_duration_secs  | 0               | CONFIG_ERROR   | property test_duration_secs is '0', it must be a whole number in
            connect_timeout_ms  | 0               | CONFIG_ERROR   | connect timeout 0 is outside 1 to 3600000 ms
            keep                | shared          | CONFIG_ERROR   | keep 'shared' is none of thread, iteration
            host                | no.such.invalid | UNKNOWN_HOST   | the name has no address
            """)
    void shouldFailEachSampleWithOneSentenceWhenPropertyIsWrong(
            String property, String value, String code, String sentence) throws Exception {
        JMeterProcess process = WrongPlan.stress(folder, JMeterProcess.STRESS_PLAN);
        if (property.equals("host")) {
            process.with("port", 1);
        }
        WrongPlan.assertFailed(process.with(property, value).run(), code, sentence);
    }
}
