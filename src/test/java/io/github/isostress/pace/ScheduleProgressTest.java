package io.github.isostress.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How far a schedule is, whether threads ask for turns or not. */
class ScheduleProgressTest {
    private static final long START = -5_000_000_000L;
    private static final long SECOND = 1_000_000_000;
    private static final Pace HUNDRED = new Pace(Rate.constant(100), Arrivals.EVEN, Backlog.KEEP, Share.WHOLE);

    private final Schedule schedule = new Schedule(new Random(42));

    private Turn take(Pace pace, long now) {
        Turn turn = new Turn();
        schedule.next(turn, pace, now);
        return turn;
    }

    @Test
    void shouldHaveNothingDueWhenNoThreadHasAsked() {
        assertThat(schedule.progress(START)).isEqualTo(new PaceProgress(0, 0, 0, 0));
    }

    @Test
    void shouldWaitForThreadsWhenNoneAsks() {
        take(HUNDRED, START);

        assertThat(schedule.progress(START)).isEqualTo(new PaceProgress(1, 0, 0, 100));
        assertThat(schedule.progress(START + SECOND)).isEqualTo(new PaceProgress(101, 100, 0, 100));
        assertThat(schedule.progress(schedule.lastAskedNanos())).isEqualTo(new PaceProgress(1, 0, 0, 100));
    }

    @Test
    void shouldNotWaitWhenAThreadHasTheNextTurn() {
        for (int i = 0; i < 5; i++) {
            take(HUNDRED, START);
        }

        assertThat(schedule.progress(START + SECOND / 50)).isEqualTo(new PaceProgress(3, 0, 0, 100));
    }

    @Test
    void shouldWaitForAThreadWhenATurnIsGivenBack() {
        take(HUNDRED, START);
        Turn second = take(HUNDRED, START);
        take(HUNDRED, START);
        schedule.giveBack(second);

        assertThat(schedule.progress(START + SECOND / 50).waiting()).isEqualTo(1);
    }

    @Test
    void shouldTellWhatWasLeftOutWhenTheBacklogIsDropped() {
        Pace dropping = new Pace(Rate.constant(100), Arrivals.EVEN, Backlog.DROP, Share.WHOLE);
        take(dropping, START);
        take(dropping, START + SECOND);

        assertThat(schedule.progress(START + SECOND)).isEqualTo(new PaceProgress(101, 0, 99, 100));
    }

    @Test
    void shouldHaveTheRateOfTheMomentWhenItRises() {
        Pace rising = new Pace(Rate.parse("100 to 300 in 10 s"), Arrivals.EVEN, Backlog.KEEP, Share.WHOLE);
        take(rising, START);

        assertThat(schedule.progress(START + 5 * SECOND).perSecond()).isCloseTo(200, within(1e-6));
        assertThat(schedule.progress(START + 5 * SECOND).due()).isEqualTo(751);
        assertThat(schedule.progress(START + 20 * SECOND).perSecond()).isEqualTo(300);
    }

    @Test
    void shouldHaveNoRateWhenNothingIsHeldBack() {
        take(HUNDRED, START);
        schedule.release();

        assertThat(schedule.progress(START + SECOND)).isEqualTo(new PaceProgress(1, 0, 0, 0));
    }
}
