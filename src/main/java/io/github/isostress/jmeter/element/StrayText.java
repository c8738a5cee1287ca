package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Stray;
import io.github.isostress.exchange.Stray.Reply;

/** A message that was no answer, in words: masked elements and the masked hex dump of the wire bytes. */
final class StrayText {
    private StrayText() {}

    /** What came and how it is understood, in the sample of its own. */
    static String received(Stray stray) {
        String word = stray.kind() == Stray.Kind.UNSOLICITED ? MessageText.REQUEST : MessageText.RESPONSE;
        return stray.particulars() + "\n\n"
                + MessageText.heading(word, stray.frame().bytes())
                + MessageText.of(stray.frame(), stray.message());
    }

    /** The same in the sample of the request whose answer was waited for. */
    static String passedOver(Stray stray) {
        return stray.particulars() + "\n" + MessageText.of(stray.frame(), stray.message());
    }

    /** What we answered, if we did. */
    static String reply(Stray stray) {
        Reply reply = stray.reply();
        return reply == null
                ? ""
                : MessageText.heading(MessageText.RESPONSE, reply.frame())
                        + MessageText.of(reply.frame(), reply.messageStart(), reply.message());
    }
}
