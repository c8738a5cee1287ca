package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.Remainder;
import io.github.isostress.exchange.UnmatchedFrames;
import io.github.isostress.exchange.Verdict;
import io.github.isostress.framing.Frame;
import io.github.isostress.message.describe.MessageWords;

/** An exchange in words, as a sample shows it; {@link ExchangeReport} reads it. Card numbers and secrets are masked. */
final class ExchangeWriter {
    private static final int UNMATCHED_SHOWN = 3;

    private ExchangeWriter() {}

    /**
     * What a sample tells.
     *
     * @param request of the request
     * @param response of the response; after it, of the request again, for those who see but this text
     */
    record Pair(String request, String response) {
        static final Pair EMPTY = new Pair("", "");
    }

    /** Elements and bytes. */
    static Pair inWords(MessageWords words, Outcome outcome, Verdict verdict) {
        String request = request(words, outcome);
        return new Pair(request, response(words, outcome, verdict) + "\n" + request);
    }

    /** The bytes alone, and a failure's words. */
    static Pair bytesAlone(MessageWords words, Outcome outcome, Verdict verdict) {
        String failure = verdict.particulars().isEmpty() ? "" : failure(verdict) + "\n";
        Frame response = outcome.response();
        return new Pair(
                MessageWriter.heading(MessageWriter.REQUEST, outcome.sent())
                        + MessageWriter.bytesOf(words, outcome.sent(), outcome.sentMessageStart(), outcome.request()),
                response == null
                        ? failure
                        : failure
                                + MessageWriter.heading(MessageWriter.RESPONSE, response.bytes())
                                + MessageWriter.bytesOf(
                                        words, response.bytes(), response.messageStart(), outcome.answer()));
    }

    /** Of an exchange that cannot be put into words. */
    static Pair withoutWords(MessageWords words, Outcome outcome) {
        String request = MessageWriter.heading(MessageWriter.REQUEST, outcome.sent())
                + MessageWriter.bytesOfNumbers(words, outcome.sent(), outcome.sentMessageStart(), outcome.request());
        Frame response = outcome.response();
        String answer = response == null
                ? ""
                : MessageWriter.heading(MessageWriter.RESPONSE, response.bytes())
                        + MessageWriter.bytesOfNumbers(
                                words, response.bytes(), response.messageStart(), outcome.answer());
        return new Pair(request, answer + "\n" + request);
    }

    /** The request. */
    static String request(MessageWords words, Outcome outcome) {
        return MessageWriter.heading(MessageWriter.REQUEST, outcome.sent())
                + MessageWriter.of(words, outcome.sent(), outcome.sentMessageStart(), outcome.request());
    }

    /** What came, or why nothing did. */
    static String response(MessageWords words, Outcome outcome, Verdict verdict) {
        StringBuilder text = new StringBuilder();
        if (!verdict.particulars().isEmpty()) {
            text.append(failure(verdict)).append('\n');
        }
        Frame response = outcome.response();
        if (response != null) {
            text.append(MessageWriter.heading(MessageWriter.RESPONSE, response.bytes()));
            text.append(MessageWriter.of(words, response, outcome.answer()));
        }
        return text.append(whatElseCame(words, outcome.unmatched(), outcome.unfinished()))
                .toString();
    }

    /** What was left when a connection was closed. */
    static String leftOver(MessageWords words, Remainder remainder) {
        return whatElseCame(words, remainder.unmatched(), remainder.unfinished());
    }

    private static String whatElseCame(MessageWords words, UnmatchedFrames unmatched, byte[] unfinished) {
        StringBuilder text = new StringBuilder();
        if (!unmatched.isEmpty()) {
            text.append('\n').append(unmatched).append('\n');
        }
        unmatched.kept().stream()
                .limit(UNMATCHED_SHOWN)
                .forEach(frame -> text.append("\nAlso came: ").append(UnmatchedFrameWriter.passedOver(words, frame)));
        if (unfinished.length > 0) {
            text.append('\n').append(MessageWriter.heading(MessageWriter.UNFINISHED, unfinished));
            text.append(words.unfinished(unfinished).text());
        }
        return text.toString();
    }

    /** A failure: its code and sentence, then the particulars. */
    static String failure(Verdict verdict) {
        return verdict.code() + ": " + verdict.message() + ".\n" + verdict.particulars() + "\n";
    }
}
