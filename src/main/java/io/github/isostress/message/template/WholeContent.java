package io.github.isostress.message.template;

import io.github.isostress.message.codec.ElementFormat;
import org.jpos.iso.ISOComponent;

/**
 * An element that one line of the template gives as a whole.
 *
 * @param part whether it is a part of another element, and so is packed with it; then it is tried alone before, as only
 *     here its own line is known
 */
public record WholeContent(LineValue slot, ElementFormat format, boolean part) implements ElementContent {
    @Override
    public boolean isConstant() {
        return slot.isConstant();
    }

    @Override
    public void checkConstants(TemplateProblems problems) {
        if (slot.isConstant()) {
            problems.check(() -> component(slot.evaluate()));
        }
    }

    @Override
    public ISOComponent component(String[] values, CapturedPart captured) {
        return component(slot.value(values));
    }

    private ISOComponent component(String value) {
        return slot.line().leavesOut(value) ? null : slot.check(() -> tried(value));
    }

    private ISOComponent tried(String value) {
        ISOComponent component = value.isEmpty() ? format.emptyComponent() : format.component(value);
        if (part) {
            format.pack(component);
        }
        return component;
    }
}
