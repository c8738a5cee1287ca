package io.github.isostress.link;

import io.github.isostress.exchange.Conversation;

/** The end of a connection: nothing of what came on it is left untold. */
final class LinkEnding {
    private LinkEnding() {}

    /** Closes the connection if it is open, and tells of that and of what had come on it and was not told of. */
    static void of(Conversation conversation, LinkSettings settings, LinkOwner owner) {
        boolean isBroken = !conversation.connection().isOpen();
        conversation
                .end(settings.packager(), frame -> owner.happened(new LinkEvent.Unmatched(frame)))
                .ifPresent(remainder -> owner.happened(new LinkEvent.LeftOver(remainder, System.nanoTime())));
        if (conversation.endsNow()) {
            owner.happened(new LinkEvent.Closed(
                    conversation.connection(), isBroken, conversation.beganNanos(), System.nanoTime()));
        }
    }
}
