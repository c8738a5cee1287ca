package io.github.isostress.jmeter.sample;

import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.exchange.UnmatchedFrame.Reply;
import io.github.isostress.message.describe.MessageWords;

/** A message that was no answer, in words: masked elements and the masked hex dump of the wire bytes. */
final class UnmatchedFrameWriter {
    private UnmatchedFrameWriter() {}

    /** What came and how it is understood, in the sample of its own. */
    static String received(MessageWords words, UnmatchedFrame stray) {
        return stray.particulars() + "\n\n"
                + MessageWriter.heading(word(stray), stray.frame().bytes())
                + MessageWriter.of(words, stray.frame(), stray.message());
    }

    private static String word(UnmatchedFrame stray) {
        return stray.kind() == UnmatchedFrame.Kind.UNSOLICITED ? MessageWriter.REQUEST : MessageWriter.RESPONSE;
    }

    /** The same in the sample of the request whose answer was waited for. */
    static String passedOver(MessageWords words, UnmatchedFrame stray) {
        return stray.particulars() + "\n" + told(words, stray);
    }

    /** Its own sample says why if it cannot be put into words. */
    private static String told(MessageWords words, UnmatchedFrame stray) {
        try {
            return MessageWriter.of(words, stray.frame(), stray.message());
        } catch (RuntimeException | Error e) {
            PluginFailure.of("Also came", e);
            return MessageWriter.bytesOfNumbers(
                    words, stray.frame().bytes(), stray.frame().messageStart(), stray.message());
        }
    }

    /** The same of one that cannot be put into words. */
    static String withoutWords(MessageWords words, UnmatchedFrame stray) {
        return stray.particulars() + "\n\n"
                + MessageWriter.heading(word(stray), stray.frame().bytes())
                + MessageWriter.bytesOfNumbers(
                        words, stray.frame().bytes(), stray.frame().messageStart(), stray.message());
    }

    /** What we answered, if we did. */
    static String reply(MessageWords words, UnmatchedFrame stray) {
        Reply reply = stray.reply();
        return reply == null
                ? ""
                : MessageWriter.heading(MessageWriter.RESPONSE, reply.frame())
                        + MessageWriter.of(words, reply.frame(), reply.messageStart(), reply.message());
    }
}
