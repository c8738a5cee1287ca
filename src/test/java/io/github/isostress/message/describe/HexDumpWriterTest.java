package io.github.isostress.message.describe;

import static io.github.isostress.message.support.Messages.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class HexDumpWriterTest {
    @Test
    void shouldShowOffsetHexAndTextWhenRowIsFull() {
        assertThat(HexDumpWriter.of("0800 request 42!".getBytes(), new BitSet()))
                .isEqualTo("0000  30 38 30 30 20 72 65 71  75 65 73 74 20 34 32 21  0800 request 42!\n");
    }

    @Test
    void shouldKeepColumnsWhenRowIsShort() {
        assertThat(HexDumpWriter.of(bytes("00FF41"), new BitSet()))
                .isEqualTo("0000  00 FF 41" + " ".repeat(42) + "..A\n");
    }

    @Test
    void shouldShowStarsWhenBytesAreHidden() {
        BitSet hidden = new BitSet();
        hidden.set(1);

        assertThat(HexDumpWriter.of("ABC".getBytes(), hidden))
                .startsWith("0000  41 ** 43 ")
                .endsWith("  A*C\n");
    }

    @Test
    void shouldCountOnWhenMessageIsLongerThan64KiB() {
        String dump = HexDumpWriter.of(new byte[0x1_0001], new BitSet());

        assertThat(dump).contains("\nFFF0  00 ").contains("\n00010000  00 ");
    }

    @Test
    void shouldShowNothingWhenThereAreNoBytes() {
        assertThat(HexDumpWriter.of(new byte[0], new BitSet())).isEmpty();
    }
}
