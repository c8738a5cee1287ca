package io.github.isostress.message.template;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.HashSlots;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.value.MessageContext;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A message given element by element, or a captured one with some of its elements replaced. What cannot change is
 * packed and laid out once; each message is a copy of that, with the variable elements written between.
 */
final class ElementTemplate implements MessageTemplate {
    private static final int MOST_KEPT = 4096;

    private final TemplateElements elements;
    private final Optional<TemplateReadBack> readBack;
    /** Where the captured message changes: the combinations of elements that were read back. */
    private final Set<BitSet> combinations = ConcurrentHashMap.newKeySet();
    /** One for each combination of optional elements that are left out. */
    private volatile HashSlots<MessageLayout> layouts = HashSlots.empty();

    /**
     * A template of compiled elements.
     *
     * @param readBack reads the first message of each combination of elements back; empty if it need not be readable
     */
    ElementTemplate(TemplateElements elements, Optional<TemplateReadBack> readBack) {
        this.elements = elements;
        this.readBack = readBack;
    }

    @Override
    public FilledMessage fill(MessageContext context) throws FailureException {
        return attempt(() -> laidOut(evaluated(context)));
    }

    private FilledMessage evaluated(MessageContext context) {
        DecodedMessage start = elements.captured().message();
        return new FilledMessage(
                start,
                elements.evaluated(),
                elements.packedCount(),
                elements.formulas().length == 0 ? null : Sealing.begin(this, context));
    }

    /** The message of values that are evaluated and computed. */
    FilledMessage laidOut(FilledMessage message) {
        elements.prepare(message);
        long presence = elements.presence(message);
        MessageLayout layout = known(presence, message);
        return layout == null ? first(presence, message) : message.laidOut(layout);
    }

    /** Takes a step that gives a message. */
    static FilledMessage attempt(Supplier<FilledMessage> step) throws FailureException {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }

    TemplateElements elements() {
        return elements;
    }

    private MessageLayout known(long presence, FilledMessage message) {
        HashSlots<MessageLayout> known = layouts;
        int slot = known.first(Long.hashCode(presence));
        MessageLayout layout = known.at(slot);
        while (layout != null && !layout.fits(presence, message)) {
            slot = known.next(slot);
            layout = known.at(slot);
        }
        return layout;
    }

    /** The first message of a combination of elements; it is read back before its layout is kept. */
    private FilledMessage first(long presence, FilledMessage message) {
        MessageAssembler assembler = elements.assembler(message);
        MessageLayout layout = assembler.layout();
        BitSet combination = assembler.elements();
        if (readBack.isPresent() && !combinations.contains(combination)) {
            layout = readBack.get().checked(layout, message);
        }
        if (elements.layoutsLast()) {
            keep(layout, presence, message);
        } else if (readBack.isPresent()) {
            keep(combination);
        }
        return message.laidOut(layout);
    }

    private void keep(BitSet combination) {
        if (combinations.size() >= MOST_KEPT) {
            combinations.clear();
        }
        combinations.add(combination);
    }

    private synchronized void keep(MessageLayout layout, long presence, FilledMessage message) {
        if (known(presence, message) == null) {
            layouts = layouts.with(Long.hashCode(presence), layout);
        }
    }
}
