package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.Verdict;
import io.github.isostress.message.DecodedMessage;
import io.github.isostress.message.MessageDescriber;
import io.github.isostress.wire.Frame;

/** An exchange in words, as a sample shows it: masked elements and the masked hex dump of the wire bytes. */
final class ExchangeText {
    private static final int STRAYS_SHOWN = 3;

    private ExchangeText() {}

    /** The request. */
    static String request(Outcome outcome) {
        return "Request, " + outcome.sent().length + " bytes\n"
                + message(outcome.sent(), outcome.sentMessageStart(), outcome.request());
    }

    /** What came, or why nothing did. */
    static String response(Outcome outcome, Verdict verdict) {
        StringBuilder text = new StringBuilder();
        if (!verdict.particulars().isEmpty()) {
            text.append(failure(verdict)).append('\n');
        }
        Frame response = outcome.response();
        if (response != null) {
            text.append("Response, ").append(response.bytes().length).append(" bytes\n");
            text.append(message(response.bytes(), response.messageStart(), outcome.answer()));
        }
        return text.append(whatElseCame(outcome)).toString();
    }

    private static String whatElseCame(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        if (!outcome.strays().isEmpty()) {
            text.append('\n').append(outcome.strays()).append('\n');
        }
        outcome.strays().kept().stream()
                .limit(STRAYS_SHOWN)
                .forEach(stray -> text.append("\nAlso came: ").append(StrayText.received(stray)));
        if (outcome.unfinished().length > 0) {
            text.append("\nUnfinished, ").append(outcome.unfinished().length).append(" bytes\n");
            text.append(MessageDescriber.hexDump(outcome.unfinished()));
        }
        return text.toString();
    }

    /** A failure: its code and sentence, then the particulars. */
    static String failure(Verdict verdict) {
        return verdict.code() + ": " + verdict.message() + ".\n" + verdict.particulars() + "\n";
    }

    private static String message(byte[] frame, int messageStart, DecodedMessage message) {
        return message == null
                ? MessageDescriber.hexDump(frame)
                : MessageDescriber.describe(frame, messageStart, message);
    }
}
