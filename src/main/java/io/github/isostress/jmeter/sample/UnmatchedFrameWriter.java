package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.MessageDescription;
import java.util.ArrayList;
import java.util.List;

/** The texts of a frame that was no answer. Card numbers and secrets are masked. Stateless. */
final class UnmatchedFrameWriter {
    private UnmatchedFrameWriter() {}

    /** In its own sample: what came, how it is understood, and our reply if there is one. */
    static SampleTexts inWords(MessageDescriber describer, UnmatchedFrame frame) {
        UnmatchedFrame.Reply reply = frame.reply();
        SampleText replied = reply == null
                ? SampleText.EMPTY
                : SampleText.of(SampleSection.ofResponse(
                        describer.describe(reply.frame(), reply.messageStart(), reply.message())));
        return SampleTexts.of(replied, new SampleText(received(describer::describe, frame)));
    }

    /** Of one whose description ends in an error, which the verdict tells. */
    static SampleTexts withoutWords(MessageDescriber describer, UnmatchedFrame frame, Verdict verdict) {
        List<SampleSection> sections = new ArrayList<>(List.of(ExchangeWriter.failure(verdict)));
        sections.addAll(received(describer::bytesOfNumbers, frame));
        return SampleTexts.of(SampleText.EMPTY, new SampleText(sections));
    }

    private static List<SampleSection> received(MessageTeller teller, UnmatchedFrame frame) {
        MessageDescription message = teller.describe(frame.frame(), frame.message());
        return List.of(
                SampleSection.ofWords(frame.particulars()),
                frame.kind() == UnmatchedFrame.Kind.UNSOLICITED
                        ? SampleSection.ofRequest(message)
                        : SampleSection.ofResponse(message));
    }

    /** In the sample of the request whose answer was waited for. */
    static SampleSection passedOver(MessageDescriber describer, UnmatchedFrame frame) {
        return SampleSection.ofPassedOver(frame.particulars(), described(describer, frame));
    }

    /** Its own sample says why if its description ends in an error. */
    private static MessageDescription described(MessageDescriber describer, UnmatchedFrame frame) {
        MessageTeller inWords = describer::describe;
        MessageTeller numbers = describer::bytesOfNumbers;
        try {
            return inWords.describe(frame.frame(), frame.message());
        } catch (RuntimeException | Error e) {
            PluginFailure.of("Also came", e);
            return numbers.describe(frame.frame(), frame.message());
        }
    }
}
