package io.github.isostress.exchange;

import static io.github.isostress.exchange.Talk.answer;
import static io.github.isostress.exchange.Talk.frame;
import static io.github.isostress.exchange.Talk.patient;
import static io.github.isostress.exchange.Talk.request;
import static io.github.isostress.exchange.Talk.requestRead;
import static io.github.isostress.exchange.Talk.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import io.github.isostress.support.Await;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.Step;
import io.github.isostress.wire.HostConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** More frames that are no answer than anybody wants to keep, in one exchange: each is told of, and its bytes, once. */
class ManyUnmatchedFramesTest {
    private static final int MANY = 3 * UnmatchedFrames.MOST_UNREPORTED;
    private static final int MANY_BYTES = 100_000;

    @Test
    void shouldTellOfEachWhenHundredsComeInOneExchange() throws Exception {
        byte[] flood = Bytes.join(
                answer("000001"),
                times(MANY, answer("000001")),
                times(MANY, frame("0800", "000009")),
                times(MANY, answer("000777")));
        List<UnmatchedFrame> told = new ArrayList<>();
        try (Talk talk = new Talk(
                requestRead(), requestRead(), Step.send(flood), Step.send(answer("000002")), Step.staySilent())) {
            talk.run(within(50), request("000001"));
            Outcome outcome = patient().run(talk.conversation(), patient().read(request("000002")), told::add);

            assertThat(outcome.failure()).isNull();
            assertThat(told)
                    .extracting(UnmatchedFrame::kind)
                    .startsWith(Kind.LATE)
                    .endsWith(Kind.UNSOLICITED);
            assertThat(count(told, Kind.DUPLICATE)).isEqualTo(MANY);
            assertThat(count(told, Kind.UNSOLICITED)).isEqualTo(MANY);
            assertThat(told).hasSize(1 + 2 * MANY);
            assertThat(outcome.unmatched().count(Kind.OTHER)).isEqualTo(MANY);
            assertThat(outcome.unmatched().kept()).hasSize(1 + 3 * UnmatchedFrames.KEPT_OF_A_KIND);
            assertThat(outcome.receivedBytes()).isEqualTo((MANY + 1L) * answer("000002").length);
            assertThat(outcome.sentBytes()).isEqualTo(outcome.sent().length);
            assertThat(told.stream().mapToLong(UnmatchedFrame::sentBytes).sum())
                    .isEqualTo(talk.conversation().connection().sentBytes() - 2L * outcome.sent().length);
        }
    }

    /** What answers nothing counts in the next exchange on the connection, and if there is none when it is closed. */
    @Test
    void shouldCountInTheNextExchangeWhenItCameWhileTheConnectionWasIdle() throws Exception {
        byte[] unasked = frame("0620", "000009");
        try (Talk talk = new Talk(
                Step.send(unasked),
                requestRead(),
                Step.send(answer("000001")),
                Step.send(unasked),
                Step.staySilent())) {
            Idle.until(talk, UnsolicitedRules.networkManagement(), new UnmatchedFrames(), 1);
            Outcome outcome = talk.run(patient(), request("000001"));
            assertThat(outcome.unmatched().count(Kind.EARLY)).isEqualTo(1);
            assertThat(outcome.receivedBytes()).isEqualTo(unasked.length + answer("000001").length);

            Idle.until(talk, UnsolicitedRules.networkManagement(), new UnmatchedFrames(), 1);
            Optional<Remainder> remainder = talk.conversation().end(Optional.of(Talk.PACKAGER), told -> {});
            assertThat(remainder).hasValueSatisfying(left -> {
                assertThat(left.receivedBytes()).isEqualTo(unasked.length);
                assertThat(left.unmatched().count(Kind.EARLY)).isEqualTo(1);
            });
            assertThat(talk.isOpen()).isFalse();
            assertThat(talk.conversation().end(Optional.of(Talk.PACKAGER), told -> {}))
                    .isEmpty();
        }
    }

    /** Beyond what anybody wants to look at, too: all of it lies in our socket when the connection is closed. */
    @Test
    void shouldCountAllThatHadComeWhenTheConnectionIsClosed() throws Exception {
        byte[] flood = times(MANY_BYTES / answer("000777").length, answer("000777"));
        try (Talk talk = new Talk(requestRead(), Step.send(answer("000001")), Step.send(flood), Step.staySilent())) {
            HostConnection connection = talk.conversation().connection();
            connection.socket().setReceiveBufferSize(2 * MANY_BYTES);
            long before = talk.run(patient(), request("000001")).receivedBytes() - answer("000001").length;
            Await.until(
                    "the whole flood has come",
                    () -> before + connection.unfinished().length + available(connection) == flood.length);

            Optional<Remainder> remainder = talk.conversation().end(Optional.of(Talk.PACKAGER), told -> {});
            assertThat(remainder)
                    .hasValueSatisfying(left -> assertThat(left.receivedBytes()).isEqualTo(flood.length - before));
        }
    }

    private static int available(HostConnection connection) {
        try {
            return connection.socket().getInputStream().available();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(List<UnmatchedFrame> unmatched, Kind kind) {
        return unmatched.stream().filter(frame -> frame.kind() == kind).count();
    }

    private static byte[] times(int count, byte[] frame) {
        byte[][] all = new byte[count][];
        Arrays.fill(all, frame);
        return Bytes.join(all);
    }
}
