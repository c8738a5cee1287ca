package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** What the answer says, sent as one frame. */
public sealed interface AnswerContent extends Behaviour {
    /** The answer without its framing. */
    byte[] message(HostTurn turn) throws FailureException;

    @Override
    default void play(HostTurn turn) throws FailureException {
        turn.answer(turn.framed(message(turn)));
    }

    /** The right answer, DE 39 all zeros. */
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
     * Another DE 39, and no authorisation code.
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
     * Several codes, each with its share.
     *
     * @param shares which add up to 100 %
     */
    record DeclineMix(List<CodeShare> shares) implements AnswerContent {
        /** A refusal and how many % of the mix it is. */
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
     * The right answer to another request: one element differs.
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

    /** A response's MTI, but not the one that answers the request's. */
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

    /** A whole frame round bytes that are no message. */
    record Garbage() implements AnswerContent {
        @Override
        public String name() {
            return "garbage";
        }

        @Override
        public byte[] message(HostTurn turn) {
            return turn.noise().message(turn.rightAnswer());
        }
    }
}
