package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.Remainder;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.exchange.UnmatchedFrames;
import io.github.isostress.jmeter.sample.MeasuredTime.What;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.describe.MessageDescriber;
import java.util.ArrayList;
import java.util.List;

/** The texts of an exchange's sample. Card numbers and secrets are masked. Stateless. */
final class ExchangeWriter {
    private static final int UNMATCHED_SHOWN = 3;

    private ExchangeWriter() {}

    /** Elements and bytes. */
    static SampleTexts inWords(MessageDescriber describer, Outcome outcome, Verdict verdict, What measured) {
        List<SampleSection> response = response(describer::describe, outcome, verdict);
        addWhatElseCame(response, describer, outcome.unmatched(), outcome.unfinished());
        addTime(response, outcome, measured);
        return SampleTexts.withRequestRepeated(request(describer::describe, outcome), new SampleText(response));
    }

    /** The bytes alone, and a failure's words. */
    static SampleTexts bytesAlone(MessageDescriber describer, Outcome outcome, Verdict verdict, What measured) {
        List<SampleSection> response = response(describer::bytesAlone, outcome, verdict);
        addTime(response, outcome, measured);
        return SampleTexts.of(request(describer::bytesAlone, outcome), new SampleText(response));
    }

    /** Of an exchange whose description ends in an error, which the verdict tells. */
    static SampleTexts withoutWords(MessageDescriber describer, Outcome outcome, Verdict verdict) {
        return SampleTexts.withRequestRepeated(
                request(describer::bytesOfNumbers, outcome),
                new SampleText(response(describer::bytesOfNumbers, outcome, verdict)));
    }

    private static SampleText request(MessageTeller teller, Outcome outcome) {
        return SampleText.of(SampleSection.ofRequest(
                teller.describe(outcome.sent(), outcome.sentMessageStart(), outcome.request())));
    }

    /** What came, or why nothing did. */
    private static List<SampleSection> response(MessageTeller teller, Outcome outcome, Verdict verdict) {
        List<SampleSection> sections = new ArrayList<>();
        if (!verdict.particulars().isEmpty()) {
            sections.add(failure(verdict, outcome));
        }
        if (outcome.response() != null) {
            sections.add(SampleSection.ofResponse(teller.describe(outcome.response(), outcome.answer())));
        }
        return sections;
    }

    private static void addTime(List<SampleSection> sections, Outcome outcome, What measured) {
        if (outcome.wasSent()) {
            sections.add(SampleSection.ofTime(MeasuredTime.of(measured, outcome.endNanos() - outcome.startNanos())));
        }
    }

    /** What was left when a connection was closed. */
    static SampleTexts leftOver(MessageDescriber describer, Remainder remainder) {
        List<SampleSection> sections = new ArrayList<>();
        addWhatElseCame(sections, describer, remainder.unmatched(), remainder.unfinished());
        return SampleTexts.of(SampleText.EMPTY, new SampleText(sections));
    }

    private static void addWhatElseCame(
            List<SampleSection> sections, MessageDescriber describer, UnmatchedFrames unmatched, byte[] unfinished) {
        if (!unmatched.isEmpty() && !isTold(unmatched, sections)) {
            sections.add(SampleSection.ofWords(unmatched.toString()));
        }
        for (UnmatchedFrame frame :
                unmatched.kept().stream().limit(UNMATCHED_SHOWN).toList()) {
            sections.add(UnmatchedFrameWriter.passedOver(describer, frame));
        }
        if (unfinished.length > 0) {
            sections.add(SampleSection.ofUnfinished(describer.unfinished(unfinished)));
        }
    }

    /** A failure that the unmatched frames have caused has their words already. */
    private static boolean isTold(UnmatchedFrames unmatched, List<SampleSection> sections) {
        String words = unmatched.count() == 1 ? unmatched.kept().get(0).particulars() : unmatched.toString();
        return sections.stream().anyMatch(section -> section.heading().contains(words));
    }

    /** A failure with what may be the cause where nothing came. */
    private static SampleSection failure(Verdict verdict, Outcome outcome) {
        SampleSection failure = failure(verdict);
        String advice = advice(outcome);
        return advice.isEmpty() ? failure : SampleSection.ofWords(failure.heading() + "\n" + advice);
    }

    /** What may be the cause where nothing came, a sentence a line; else empty. */
    static String advice(Outcome outcome) {
        return outcome.silence() == null
                ? ""
                : String.join("\n", outcome.silence().advice(outcome));
    }

    /** A failure: its code and sentence, then the particulars. */
    static SampleSection failure(Verdict verdict) {
        return SampleSection.ofWords(verdict.code() + ": " + verdict.message() + ".\n" + verdict.particulars());
    }
}
