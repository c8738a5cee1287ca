package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Stray;
import io.github.isostress.exchange.Stray.Reply;
import io.github.isostress.message.MessageWords;

/** A message that was no answer, in words: masked elements and the masked hex dump of the wire bytes. */
final class StrayText {
    private StrayText() {}

    /** What came and how it is understood, in the sample of its own. */
    static String received(MessageWords words, Stray stray) {
        return stray.particulars() + "\n\n"
                + MessageText.heading(word(stray), stray.frame().bytes())
                + MessageText.of(words, stray.frame(), stray.message());
    }

    private static String word(Stray stray) {
        return stray.kind() == Stray.Kind.UNSOLICITED ? MessageText.REQUEST : MessageText.RESPONSE;
    }

    /** The same in the sample of the request whose answer was waited for. */
    static String passedOver(MessageWords words, Stray stray) {
        return stray.particulars() + "\n" + told(words, stray);
    }

    /** Its own sample says why if it cannot be put into words. */
    private static String told(MessageWords words, Stray stray) {
        try {
            return MessageText.of(words, stray.frame(), stray.message());
        } catch (RuntimeException | Error e) {
            PluginFailure.of("Also came", e);
            return MessageText.bytesOfNumbers(
                    words, stray.frame().bytes(), stray.frame().messageStart(), stray.message());
        }
    }

    /** The same of one that cannot be put into words. */
    static String withoutWords(MessageWords words, Stray stray) {
        return stray.particulars() + "\n\n"
                + MessageText.heading(word(stray), stray.frame().bytes())
                + MessageText.bytesOfNumbers(
                        words, stray.frame().bytes(), stray.frame().messageStart(), stray.message());
    }

    /** What we answered, if we did. */
    static String reply(MessageWords words, Stray stray) {
        Reply reply = stray.reply();
        return reply == null
                ? ""
                : MessageText.heading(MessageText.RESPONSE, reply.frame())
                        + MessageText.of(words, reply.frame(), reply.messageStart(), reply.message());
    }
}
