package io.github.isostress.exchange;

import io.github.isostress.diagnosis.SilenceAdvice;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.framing.Framing;
import io.github.isostress.words.Plural;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Nothing came in answer to a request, not a byte. Immutable.
 *
 * @param framing by which the request was framed
 * @param answersBefore how many requests had their answer on the connection before
 */
public record Silence(Framing framing, int answersBefore) {
    private static final Set<Failure> OF_SILENCE =
            EnumSet.of(Failure.RESPONSE_TIMEOUT, Failure.CLOSED_BY_HOST, Failure.CONNECTION_RESET);

    /**
     * After a request was sent and had no answer.
     *
     * @param failure why it had none; null if none was waited for
     * @param unfinished what had come of a frame
     * @return null if something came, now or without any answer before: then that tells of framing and packager
     */
    static Silence after(FailureReport failure, byte[] unfinished, Conversation conversation) {
        if (failure == null || !OF_SILENCE.contains(failure.failure()) || unfinished.length > 0) {
            return null;
        }
        int answers = conversation.requests().answers();
        boolean somethingCame = answers == 0 && conversation.connection().receivedBytes() > 0;
        return somethingCame ? null : new Silence(conversation.connection().framing(), answers);
    }

    /**
     * What may be the cause, a sentence a line. Of the message they show no more than MTI and bitmap.
     *
     * @param outcome that of the request
     * @return sentences without full stops
     */
    public List<String> advice(Outcome outcome) {
        return answersBefore == 0
                ? SilenceAdvice.on(outcome.sent(), outcome.sentMessageStart(), outcome.request(), framing)
                : List.of("this connection has had "
                        + (answersBefore == 1 ? "an answer" : Plural.of(answersBefore, "answer"))
                        + " before, so framing and packager are right");
    }
}
