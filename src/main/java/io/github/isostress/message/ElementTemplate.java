package io.github.isostress.message;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import org.apache.commons.lang3.ArrayUtils;

/**
 * A message given element by element, or a captured one with some of its elements replaced. What cannot change is
 * packed and laid out once; each message is a copy of that, with the living elements written between.
 */
final class ElementTemplate implements MessageTemplate {
    /** Optional elements ask for one layout more each time others are left out; so many are kept. */
    private static final int MOST_LAYOUTS = 16;

    private final TemplateElements elements;
    private volatile MessageLayout[] layouts = {};

    ElementTemplate(TemplateElements elements) {
        this.elements = elements;
    }

    @Override
    public byte[] fill() throws FailureException {
        try {
            Filling filling = elements.filling();
            return layout(filling).message(filling);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }

    private MessageLayout layout(Filling filling) {
        MessageLayout[] known = layouts;
        for (MessageLayout layout : known) {
            if (layout.fits(filling)) {
                return layout;
            }
        }
        MessageLayout layout = elements.layout(filling);
        if (elements.layoutsLast() && known.length < MOST_LAYOUTS) {
            // Of two threads that add one at a time, one is forgotten, and made again when it is needed.
            layouts = ArrayUtils.add(known, layout);
        }
        return layout;
    }
}
