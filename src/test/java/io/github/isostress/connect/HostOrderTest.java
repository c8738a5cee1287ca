package io.github.isostress.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Which of several hosts, as users write it. */
class HostOrderTest {
    @Test
    void shouldReadBackEachWhenWrittenInItsWords() {
        for (HostOrder order : HostOrder.values()) {
            assertThat(HostOrder.parse(" " + order.words() + " ")).isEqualTo(order);
        }
    }

    @Test
    void shouldGoInTurnWhenNothingIsWritten() {
        assertThat(HostOrder.parse(" ")).isEqualTo(HostOrder.IN_TURN);
    }

    @Test
    void shouldNameWhatIsPossibleWhenItIsNoneOfThat() {
        assertThatThrownBy(() -> HostOrder.parse("random"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("host order 'random' is none of in turn, first that answers");
    }
}
