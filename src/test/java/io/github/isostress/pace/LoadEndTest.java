package io.github.isostress.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Up to when requests count as due, and when those without a thread are never sent. */
class LoadEndTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;
    private static final long ASKED = 2 * SECOND;
    private static final OptionalLong AFTER_TEN_SECONDS = OptionalLong.of(10 * SECOND);

    private final LoadEnd end = new LoadEnd();

    private long lastDueAt(long now) {
        return end.lastDue(now, ASKED);
    }

    @Test
    void shouldBeNowWhenThreadsGoOn() {
        end.expect(AFTER_TEN_SECONDS);

        assertThat(lastDueAt(9 * SECOND)).isEqualTo(9 * SECOND);
        assertThat(end.isOver(9 * SECOND)).isFalse();
    }

    @Test
    void shouldBeTheEndOfTheirTimeWhenAllThreadsAreBusyBeyondIt() {
        end.expect(OptionalLong.of(8 * SECOND));
        end.expect(AFTER_TEN_SECONDS);

        assertThat(lastDueAt(9 * SECOND)).isEqualTo(9 * SECOND);
        assertThat(lastDueAt(15 * SECOND)).isEqualTo(10 * SECOND - 5 * MILLI);
        assertThat(end.isOver(15 * SECOND)).isTrue();
        assertThat(end.leavesRequestsUnsent()).isFalse();
    }

    @Test
    void shouldLeaveRequestsUnsentWhenARequestHasKeptAThreadBeyondItsTime() {
        end.expect(AFTER_TEN_SECONDS);

        end.threadEnds(12 * SECOND);

        assertThat(end.leavesRequestsUnsent()).isTrue();
        assertThat(lastDueAt(13 * SECOND)).isEqualTo(10 * SECOND - 5 * MILLI);
        assertThat(end.lastDue(13 * SECOND, 10 * SECOND - MILLI)).isEqualTo(10 * SECOND - MILLI);
    }

    @Test
    void shouldBeWhenOneAskedLastWhenAThreadHasEndedBeforeItsTimeWasOver() {
        end.expect(AFTER_TEN_SECONDS);

        end.threadEnds(9 * SECOND);

        assertThat(lastDueAt(9 * SECOND)).isEqualTo(ASKED);
        assertThat(lastDueAt(15 * SECOND)).isEqualTo(ASKED);
        assertThat(end.leavesRequestsUnsent()).isFalse();
    }

    @Test
    void shouldHaveNoEndWhenAThreadHasAllTheTimeThatItNeeds() {
        end.expect(AFTER_TEN_SECONDS);
        end.expect(OptionalLong.empty());

        assertThat(lastDueAt(15 * SECOND)).isEqualTo(15 * SECOND);

        end.threadEnds(16 * SECOND);
        assertThat(lastDueAt(17 * SECOND)).isEqualTo(ASKED);
        assertThat(end.leavesRequestsUnsent()).isFalse();
    }
}
