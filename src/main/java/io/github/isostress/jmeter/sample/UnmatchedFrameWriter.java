package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.exchange.UnmatchedFrame.Reply;
import io.github.isostress.message.describe.MessageWords;

/** A message that was no answer, in words: masked elements and the masked hex dump of the wire bytes. */
final class UnmatchedFrameWriter {
    private UnmatchedFrameWriter() {}

    /** What came and how it is understood, in the sample of its own. */
    static String received(MessageWords words, UnmatchedFrame unmatched) {
        return unmatched.particulars() + "\n\n"
                + MessageWriter.heading(word(unmatched), unmatched.frame().bytes())
                + MessageWriter.of(words, unmatched.frame(), unmatched.message());
    }

    private static String word(UnmatchedFrame unmatched) {
        return unmatched.kind() == UnmatchedFrame.Kind.UNSOLICITED ? MessageWriter.REQUEST : MessageWriter.RESPONSE;
    }

    /** The same in the sample of the request whose answer was waited for. */
    static String passedOver(MessageWords words, UnmatchedFrame unmatched) {
        return unmatched.particulars() + "\n" + told(words, unmatched);
    }

    /** Its own sample says why if it cannot be put into words. */
    private static String told(MessageWords words, UnmatchedFrame unmatched) {
        try {
            return MessageWriter.of(words, unmatched.frame(), unmatched.message());
        } catch (RuntimeException | Error e) {
            PluginFailure.of("Also came", e);
            return MessageWriter.bytesOfNumbers(
                    words, unmatched.frame().bytes(), unmatched.frame().messageStart(), unmatched.message());
        }
    }

    /** The same of one that cannot be put into words. */
    static String withoutWords(MessageWords words, UnmatchedFrame unmatched) {
        return unmatched.particulars() + "\n\n"
                + MessageWriter.heading(word(unmatched), unmatched.frame().bytes())
                + MessageWriter.bytesOfNumbers(
                        words, unmatched.frame().bytes(), unmatched.frame().messageStart(), unmatched.message());
    }

    /** What we answered, if we did. */
    static String reply(MessageWords words, UnmatchedFrame unmatched) {
        Reply reply = unmatched.reply();
        return reply == null
                ? ""
                : MessageWriter.heading(MessageWriter.RESPONSE, reply.frame())
                        + MessageWriter.of(words, reply.frame(), reply.messageStart(), reply.message());
    }
}
