package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.PACKAGER;
import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.exchange;
import static io.github.isostress.exchange.Talk.keys;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connections that are of no use once the time of a request is up: a late answer could not be told apart. */
class ClosedAfterTimeoutTest {
    private static final int SHORT_MILLIS = 100;
    private static final byte[] FIRST = request("000001");

    @Test
    void shouldCloseWhenThatIsAskedFor() throws Exception {
        Exchange exchange =
                exchange(Optional.of(PACKAGER), keys("11"), SHORT_MILLIS, AfterTimeout.CLOSE, UnsolicitedRules.none());

        assertThatItIsClosedAfter(exchange, FIRST, Step.staySilent());
    }

    @Test
    void shouldCloseWhenMessagesAreRaw() throws Exception {
        assertThatItIsClosedAfter(exchange(Optional.empty(), keys("11"), SHORT_MILLIS), FIRST, Step.staySilent());
    }

    @Test
    void shouldCloseWhenTheRequestHasNoKey() throws Exception {
        assertThatItIsClosedAfter(exchange(Optional.of(PACKAGER), keys(), SHORT_MILLIS), FIRST, Step.staySilent());
        assertThatItIsClosedAfter(exchange(Optional.of(PACKAGER), keys("38"), SHORT_MILLIS), FIRST, Step.staySilent());
    }

    @Test
    void shouldCloseWhenTheRequestCannotBeRead() throws Exception {
        assertThatItIsClosedAfter(within(SHORT_MILLIS), Bytes.hex("30323030FF"), Step.staySilent());
    }

    @Test
    void shouldCloseWhenAFrameHasBegun() throws Exception {
        Step begun = Step.send(Arrays.copyOf(answer("000001"), 5));

        Await.inTime("the beginning of a frame", millis -> {
            try (Talk talk = new Talk(begun, Step.staySilent())) {
                Outcome outcome = talk.run(within(millis), FIRST);
                assertThat(talk.isOpen()).isEqualTo(outcome.unfinished().length == 0);
                return !talk.isOpen();
            }
        });
    }

    private static void assertThatItIsClosedAfter(Exchange exchange, byte[] request, Step... script) throws Exception {
        try (Talk talk = new Talk(script)) {
            assertThat(talk.run(exchange, request).failure()).isNotNull();
            assertThat(talk.isOpen()).isFalse();
            assertThat(talk.canRun(exchange, request)).isFalse();
        }
    }
}
