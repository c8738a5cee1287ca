package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ByteSpan;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Behaviours that choose the content of the answer, which goes out as one frame. */
public sealed interface AnswerContent extends Behaviour {
    /** The answer without framing. */
    byte[] message(HostTurn turn) throws FailureException;

    @Override
    default void play(HostTurn turn) throws FailureException {
        turn.answer(turn.framed(message(turn)));
    }

    /** The right answer; DE 39 is all zeros. */
    record Approve() implements AnswerContent {
        @Override
        public String name() {
            return "approve";
        }

        @Override
        public byte[] message(HostTurn turn) {
            return turn.rightAnswer();
        }
    }

    /**
     * Another DE 39, without an authorisation code.
     *
     * @param code as long as the packager's DE 39
     */
    record Decline(String code) implements AnswerContent {
        @Override
        public String name() {
            return "decline " + code;
        }

        @Override
        public boolean needsElements() {
            return true;
        }

        @Override
        public byte[] message(HostTurn turn) throws FailureException {
            return turn.messages().decline(turn.rightAnswer(), code);
        }
    }

    /**
     * One of several codes, drawn by their shares.
     *
     * @param shares in %, 100 in all
     */
    record DeclineMix(List<CodeShare> shares) implements AnswerContent {
        /** A code and its share of the mix in %. */
        public record CodeShare(Decline decline, double percent) {}

        @Override
        public String name() {
            return "decline";
        }

        @Override
        public boolean needsElements() {
            return true;
        }

        @Override
        public Behaviour drawn(SplittableRandom random) {
            double left = random.nextDouble() * 100;
            for (CodeShare share : shares) {
                left -= share.percent();
                if (left < 0) {
                    return share.decline();
                }
            }
            return shares.get(shares.size() - 1).decline();
        }

        @Override
        public byte[] message(HostTurn turn) {
            throw new IllegalStateException("a mix is drawn before it is played");
        }
    }

    /**
     * The answer to another request: one element differs.
     *
     * @param element the element's number
     */
    record WrongKey(int element) implements AnswerContent {
        @Override
        public String name() {
            return "wrong key " + element;
        }

        @Override
        public boolean needsElements() {
            return true;
        }

        @Override
        public OptionalInt neededElement() {
            return OptionalInt.of(element);
        }

        @Override
        public byte[] message(HostTurn turn) throws FailureException {
            return turn.messages().otherKey(turn.rightAnswer(), element);
        }
    }

    /** The MTI of a response to another kind of request. */
    record WrongMti() implements AnswerContent {
        @Override
        public String name() {
            return "wrong mti";
        }

        @Override
        public boolean needsElements() {
            return true;
        }

        @Override
        public byte[] message(HostTurn turn) throws FailureException {
            return turn.messages().otherMti(turn.rightAnswer());
        }
    }

    /** A whole frame around bytes that are no message. */
    record Garbage() implements AnswerContent {
        @Override
        public String name() {
            return "garbage";
        }

        @Override
        public byte[] message(HostTurn turn) {
            return turn.garbage().message(turn.rightAnswer());
        }

        /** Bytes that are no message cannot be signed. */
        @Override
        public void play(HostTurn turn) throws FailureException {
            turn.answer(turn.framing().wrap(message(turn)));
        }
    }

    /**
     * The right answer with other bytes at some places; without a packager that is the request with them.
     *
     * @param changes made one after another
     */
    record ChangedBytes(List<Change> changes) implements AnswerContent {
        /**
         * Other bytes at one place.
         *
         * @param span with an end
         * @param bytes as many as the place has; not to be changed
         */
        public record Change(ByteSpan span, byte[] bytes) {}

        @Override
        public String name() {
            return "change";
        }

        @Override
        public byte[] message(HostTurn turn) {
            byte[] answer = turn.rightAnswer().clone();
            for (Change change : changes) {
                if (!change.span().isIn(answer.length)) {
                    throw new IllegalArgumentException("the answer has " + Plural.of(answer.length, "byte")
                            + ", none of them to change at " + change.span());
                }
                System.arraycopy(change.bytes(), 0, answer, change.span().first(), change.bytes().length);
            }
            return answer;
        }
    }
}
