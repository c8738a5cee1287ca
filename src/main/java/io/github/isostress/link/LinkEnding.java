package io.github.isostress.link;

import io.github.isostress.exchange.Conversation;

/** Ends a connection and reports what is not reported of it yet. */
final class LinkEnding {
    private LinkEnding() {}

    /** Closes the connection if it is open. The owner hears of the end, and of what had come and was not reported. */
    static void of(Conversation conversation, LinkSettings settings, LinkOwner owner) {
        of(conversation, settings, owner, !conversation.connection().isOpen());
    }

    /**
     * As {@link #of(Conversation, LinkSettings, LinkOwner)}.
     *
     * @param isBroken whether the connection had ended before we closed it
     */
    static void of(Conversation conversation, LinkSettings settings, LinkOwner owner, boolean isBroken) {
        conversation
                .end(settings.packager(), frame -> owner.happened(new LinkEvent.Unmatched(frame)))
                .ifPresent(remainder -> owner.happened(new LinkEvent.LeftOver(remainder, System.nanoTime())));
        if (conversation.endsNow()) {
            owner.happened(new LinkEvent.Closed(
                    conversation.connection(), isBroken, conversation.beganNanos(), System.nanoTime()));
        }
    }
}
