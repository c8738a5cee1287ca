package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands that are main classes, too. */
class ForwardedCommandTest {
    private final List<String> received = new ArrayList<>();

    private List<String> receivedOf(String... arguments) {
        assertThat(new CommandLine(new ForwardedCommand(words -> received.addAll(List.of(words)), "Usage: it\n"))
                        .execute(arguments))
                .isZero();
        return received;
    }

    @Test
    void shouldReceiveOptionsInTheFormThatTheyReadWhenTheyAreWrittenAsThoseOfTheOthers() {
        assertThat(receivedOf("--port=5000", "--tls", "--rule", "amount 1=2 : close", "--gates=p99 < 5 ms; a=b"))
                .containsExactly(
                        "--port", "5000", "--tls", "--rule", "amount 1=2 : close", "--gates", "p99 < 5 ms; a=b");
    }

    @Test
    void shouldReceiveWhatIsNoOptionAsItIsWhenItHasAnEqualsSign() {
        assertThat(receivedOf("encrypt", "a=b.properties", "-x=1"))
                .containsExactly("encrypt", "a=b.properties", "-x=1");
    }
}
