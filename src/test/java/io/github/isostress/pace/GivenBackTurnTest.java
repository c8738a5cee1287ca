package io.github.isostress.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A turn that a thread cannot use, since its time is up, is another thread's: the rate is kept to the end. */
class GivenBackTurnTest {
    private static final long START = -5_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final Schedule schedule = new Schedule(new Random(42));

    private static Pace pace(Backlog backlog) {
        return new Pace(Rate.parse("100"), Arrivals.EVEN, backlog, Share.WHOLE);
    }

    private Turn turn(Pace pace, long now) {
        Turn turn = new Turn();
        schedule.next(turn, pace, now);
        return turn;
    }

    @Test
    void shouldBeTheNextThreadsWhenItIsStillToCome() {
        Pace pace = pace(Backlog.KEEP);
        turn(pace, START);
        Turn unused = turn(pace, START);
        turn(pace, START);

        schedule.giveBack(unused);

        assertThat(turn(pace, START).dueNanos() - START).isEqualTo(10 * MILLI);
        assertThat(turn(pace, START).dueNanos() - START).isEqualTo(30 * MILLI);
        assertThat(schedule.figures(schedule.lastAskedNanos()).due()).isEqualTo(4);
    }

    @Test
    void shouldBeDroppedWhenItHasPassedAndTheBacklogIsDropped() {
        Pace pace = pace(Backlog.DROP);
        turn(pace, START);
        Turn unused = turn(pace, START);

        schedule.giveBack(unused);

        assertThat(turn(pace, START + SECOND).dueNanos() - START).isEqualTo(SECOND);
        assertThat(schedule.figures(schedule.lastAskedNanos()).dropped()).isEqualTo(99);
    }

    @Test
    void shouldBeForgottenWhenNothingIsHeldBackAnyMore() {
        Pace pace = pace(Backlog.KEEP);
        turn(pace, START);
        schedule.giveBack(turn(pace, START));

        schedule.release();

        assertThat(turn(pace, START + SECOND).dueNanos() - START).isEqualTo(SECOND);
    }
}
