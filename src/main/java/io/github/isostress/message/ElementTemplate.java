package io.github.isostress.message;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;

/**
 * A message given element by element, or a captured one with some of its elements replaced. What cannot change is
 * packed and laid out once; each message is a copy of that, with the living elements written between.
 */
final class ElementTemplate implements MessageTemplate {
    private final TemplateElements elements;
    /** Optional elements ask for one layout more each time others are left out. */
    private volatile HashSlots<MessageLayout> layouts = HashSlots.empty();

    ElementTemplate(TemplateElements elements) {
        this.elements = elements;
    }

    @Override
    public byte[] fill() throws FailureException {
        try {
            Filling filling = elements.filling();
            long presence = elements.presence(filling);
            MessageLayout layout = known(presence, filling);
            return (layout == null ? made(presence, filling) : layout).message(filling);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }

    private MessageLayout known(long presence, Filling filling) {
        HashSlots<MessageLayout> known = layouts;
        int slot = known.first(Long.hashCode(presence));
        MessageLayout layout = known.at(slot);
        while (layout != null && !layout.fits(presence, filling)) {
            slot = known.next(slot);
            layout = known.at(slot);
        }
        return layout;
    }

    private MessageLayout made(long presence, Filling filling) {
        MessageLayout layout = elements.layout(filling);
        if (elements.layoutsLast()) {
            keep(layout, presence, filling);
        }
        return layout;
    }

    private synchronized void keep(MessageLayout layout, long presence, Filling filling) {
        if (known(presence, filling) == null) {
            layouts = layouts.with(Long.hashCode(presence), layout);
        }
    }
}
