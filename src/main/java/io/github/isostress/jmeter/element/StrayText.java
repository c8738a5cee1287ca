package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Stray;
import io.github.isostress.exchange.Stray.Reply;
import io.github.isostress.message.DecodedMessage;
import io.github.isostress.message.MessageDescriber;
import io.github.isostress.wire.Frame;

/** A message that was no answer, in words: masked elements and the masked hex dump of the wire bytes. */
final class StrayText {
    private StrayText() {}

    /** What came and how it is understood. */
    static String received(Stray stray) {
        Frame frame = stray.frame();
        return stray.particulars() + "\n" + message(frame.bytes(), frame.messageStart(), stray.message());
    }

    /** What we answered, if we did. */
    static String reply(Stray stray) {
        Reply reply = stray.reply();
        return reply == null ? "" : message(reply.frame(), reply.messageStart(), reply.message());
    }

    private static String message(byte[] frame, int messageStart, DecodedMessage message) {
        return message == null
                ? MessageDescriber.hexDump(frame)
                : MessageDescriber.describe(frame, messageStart, message);
    }
}
