package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.Arrays;
import org.apache.commons.lang3.ArrayUtils;

/** How the right answer goes out, or the bytes that go out in its place. */
public sealed interface AnswerSending extends Behaviour {
    /**
     * The beginning of the frame; then nothing more is said on this connection.
     *
     * @param extent how much of it
     */
    record Cut(SentShare extent) implements AnswerSending {
        @Override
        public String name() {
            return "cut";
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            send(turn);
            turn.line().fallSilent();
        }

        private void send(HostTurn turn) throws FailureException {
            byte[] frame = turn.framed(turn.rightAnswer());
            turn.line().write(Arrays.copyOf(frame, extent.of(frame.length)));
        }
    }

    /**
     * The beginning of the frame; then the host closes the connection.
     *
     * @param cut how much of it
     */
    record CutThenClose(Cut cut) implements AnswerSending {
        @Override
        public String name() {
            return "cut then close";
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            cut.send(turn);
            turn.hangsUp(this);
            turn.line().close();
        }
    }

    /**
     * The frame in pieces of one byte.
     *
     * @param pauseNanos between two bytes
     */
    record ByteByByte(long pauseNanos) implements AnswerSending {
        @Override
        public String name() {
            return "byte by byte";
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            turn.line().writeSlowly(turn.framed(turn.rightAnswer()), pauseNanos);
            turn.answered();
        }
    }

    /** The answer and the same answer again, in one write. */
    record TwoInOnePacket() implements AnswerSending {
        @Override
        public String name() {
            return "two in one packet";
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            byte[] frame = turn.framed(turn.rightAnswer());
            turn.answer(ArrayUtils.addAll(frame, frame));
        }
    }

    /** The answer and the same answer again, in two writes. */
    record Twice() implements AnswerSending {
        @Override
        public String name() {
            return "twice";
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            byte[] frame = turn.framed(turn.rightAnswer());
            turn.answer(frame);
            turn.line().write(frame);
        }
    }

    /**
     * The answer after a while, in which the connection's next requests are answered.
     *
     * @param nanos how long a while
     */
    record Late(long nanos) implements AnswerSending {
        @Override
        public String name() {
            return "late";
        }

        @Override
        public void play(HostTurn turn) {
            turn.answerLater(turn.framed(turn.rightAnswer()), nanos);
        }
    }

    /** Bytes in which no frame ends; then nothing more is said on this connection. */
    record GarbageWithoutFrame() implements AnswerSending {
        @Override
        public String name() {
            return "garbage without frame";
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            turn.line().write(turn.noise().unframed(turn.framed(turn.rightAnswer())));
            turn.line().fallSilent();
        }
    }

    /** The answer behind the largest length that can be announced; then nothing more is said on this connection. */
    record OversizeLength() implements AnswerSending {
        public static final String NAME = "oversize length";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            turn.line().write(LargestLength.announce(turn.framed(turn.rightAnswer()), turn.framing()));
            turn.line().fallSilent();
        }
    }
}
