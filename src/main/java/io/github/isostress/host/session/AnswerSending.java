package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.Arrays;
import org.apache.commons.lang3.ArrayUtils;

/** Behaviours that choose how the right answer is sent, or send other bytes instead. */
public sealed interface AnswerSending extends Behaviour {
    /**
     * The beginning of the frame; after it the host sends nothing more on this connection.
     *
     * @param share how much of the frame
     */
    record Cut(SentShare share) implements AnswerSending {
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
            turn.line().write(Arrays.copyOf(frame, share.of(frame.length)));
        }
    }

    /**
     * The beginning of the frame; then the host closes the connection.
     *
     * @param cut how much of the frame
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
     * @param pauseNanos pause between two bytes
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

    /** The answer twice in one write. */
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

    /** The answer twice in two writes. */
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
     * The answer after a delay, during which the connection's next requests are answered.
     *
     * @param nanos the delay
     */
    record Late(long nanos) implements AnswerSending {
        @Override
        public String name() {
            return "late";
        }

        @Override
        public void play(HostTurn turn) {
            turn.answerLater(turn.rightAnswer(), nanos);
        }
    }

    /** Bytes in which no frame ends; after them the host sends nothing more on this connection. */
    record GarbageWithoutFrame() implements AnswerSending {
        @Override
        public String name() {
            return "garbage without frame";
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            turn.line().write(turn.garbage().unframed(turn.framed(turn.rightAnswer())));
            turn.line().fallSilent();
        }
    }

    /**
     * The answer behind the largest length that the prefix can say; after it the host sends nothing more on this
     * connection.
     */
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
