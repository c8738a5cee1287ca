package io.github.isostress.host.session;

import io.github.isostress.crypto.key.SentKey;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.host.seal.KeyDelivery;

/** Behaviours that choose how answers are signed: this one, or with a new key all that follow. */
public sealed interface AnswerSealing extends Behaviour {
    /**
     * Checks that a host can carry it out.
     *
     * @throws IllegalArgumentException with one clear sentence if not
     */
    void require(HostSeals seals);

    @Override
    default boolean needsElements() {
        return true;
    }

    /**
     * The values of a formula are wrong in the answer.
     *
     * @param formula such as {@code mac}
     */
    record Wrong(String formula) implements AnswerSealing {
        @Override
        public String name() {
            return "wrong " + formula;
        }

        @Override
        public boolean isLast() {
            return false;
        }

        @Override
        public void require(HostSeals seals) {
            requireSignature(seals, formula, name());
        }

        @Override
        public void play(HostTurn turn) {
            turn.sign(turn.signing().wrongly(formula));
        }
    }

    /**
     * The values of a formula are left out of the answer.
     *
     * @param formula such as {@code mac}
     */
    record Without(String formula) implements AnswerSealing {
        @Override
        public String name() {
            return "without " + formula;
        }

        @Override
        public boolean isLast() {
            return false;
        }

        @Override
        public void require(HostSeals seals) {
            requireSignature(seals, formula, name());
        }

        @Override
        public void play(HostTurn turn) {
            turn.sign(turn.signing().without(formula));
        }
    }

    private static void requireSignature(HostSeals seals, String formula, String name) {
        if (!seals.signWith(formula)) {
            throw new IllegalArgumentException(
                    "'" + name + "' needs a line 'sign ...:= " + formula + " ...', and the host has none");
        }
    }

    /**
     * The right answer with a new key, which is in force behind it on this connection; the answer itself is signed with
     * the key before.
     *
     * @param delivery which key, and how it is sent
     */
    record NewKey(KeyDelivery delivery) implements AnswerSealing {
        @Override
        public String name() {
            return "new key " + delivery.name();
        }

        @Override
        public void require(HostSeals seals) {
            delivery.require(seals.keys());
        }

        @Override
        public void play(HostTurn turn) throws FailureException {
            SentKey fresh = delivery.fresh(turn.seals().keys());
            byte[] answer = turn.messages().changed(turn.rightAnswer(), fields -> delivery.write(fields, fresh));
            turn.answerThen(answer, () -> turn.seals().replace(fresh.key()));
        }
    }
}
