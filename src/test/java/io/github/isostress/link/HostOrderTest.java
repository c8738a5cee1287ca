package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.TestHosts;
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

    /** Places are counted over a whole run, and 2^31 links later by negative numbers. */
    @Test
    void shouldStillTakeTurnsWhenThePlaceIsNegative() throws Exception {
        TestLinks.Owner owner = new TestLinks.Owner();
        try (EmbeddedHost host = TestHosts.plain("binary2", "iso87ascii")) {
            LinkPlan three = TestLinks.plain(host, 3);
            LinkOpening opening = new LinkOpening(new LinkGroup("pool", null), Integer.MIN_VALUE);

            opening.open(three.settings(), owner, new Interruption(), System.nanoTime(), "first")
                    .close();
        }

        assertThat(owner.events).hasAtLeastOneElementOfType(LinkEvent.Connected.class);
    }
}
