package io.github.isostress.jmeter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.rmi.Remote;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** When an agent begins its load: with the others, or by itself where the controller does not say when. */
@Timeout(120)
@ExtendWith(JMeterEnvironment.class)
class CommonBeginningTest {
    private static final List<String> HOSTS = List.of("a:1099", "b:1099");
    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<Long> begins = new CopyOnWriteArrayList<>();
    private OpenStartingLine line;

    @BeforeEach
    void open() throws Exception {
        line = OpenStartingLine.open(HOSTS);
    }

    @AfterEach
    void close() {
        line.close();
        ArrivedAssignment.forget();
    }

    private CommonBeginning ready() {
        return CommonBeginning.ready("pace", 0, LONG, begins::add).orElseThrow();
    }

    private static void assign(List<Remote> remotes) throws Exception {
        ArrivedAssignment.begin("b:1099", Assignment.of(HOSTS, PlanProperties.namedIn("", name -> null), remotes));
    }

    @Test
    void shouldBeginWithTheOthersWhenTheyAreReady() throws Exception {
        assign(List.of(line));

        CommonBeginning beginning = ready();
        assertThat(beginning.await(TimeUnit.MILLISECONDS.toNanos(1))).isFalse();
        long othersReady = System.nanoTime();
        line.await(1, 0, LONG.toMillis());

        assertThat(beginning.await(Long.MAX_VALUE)).isTrue();
        assertThat(begins).singleElement().matches(instant -> instant - othersReady > 0);
    }

    @Test
    void shouldBeginByItselfWhenTheControllerHasClosedOrOffersNothing() throws Exception {
        for (List<Remote> remotes : List.of(List.<Remote>of(line), List.<Remote>of())) {
            assign(remotes);
            line.close();

            assertThat(ready().await(Long.MAX_VALUE)).isTrue();
        }
        assertThat(begins).hasSize(2).allMatch(instant -> instant - System.nanoTime() < 0);
    }

    @Test
    void shouldBeginAtItsOwnTimeWhenNoControllerHasSentThePlan() {
        assertThat(CommonBeginning.ready("pace", 0, LONG, begins::add)).isEmpty();
    }
}
