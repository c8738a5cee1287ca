package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameOfDumpTest {
    private static final byte[] MESSAGE = "0800822000000000".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binary2",
                "ascii4",
                "tpdu",
                "binary2 inclusive",
                "binary2 header=6000010002 skip=7",
                "binary2 counts-header header=6000010002",
                "ascii4 trailer=03"
            })
    void shouldLeaveTheMessageAloneWhenTheBytesAreOneFrame(String text) {
        Framing framing = FramingReader.parse(text);

        assertThat(new FrameOfDump(framing).strip(framing.wrap(MESSAGE))).isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary2", "ascii4", "tpdu", "ascii4 trailer=03"})
    void shouldLeaveAllBytesWhenTheyAreNoFrame(String text) {
        assertThat(new FrameOfDump(FramingReader.parse(text)).strip(MESSAGE)).isEqualTo(MESSAGE);
    }

    @Test
    void shouldLeaveAllBytesWhenMoreFollowsTheFrame() {
        Framing framing = FramingReader.parse("binary2");
        byte[] longer = Arrays.copyOf(framing.wrap(MESSAGE), MESSAGE.length + 9);

        assertThat(new FrameOfDump(framing).strip(longer)).isEqualTo(longer);
    }
}
