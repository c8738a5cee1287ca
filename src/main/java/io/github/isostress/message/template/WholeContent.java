package io.github.isostress.message.template;

import io.github.isostress.message.codec.ElementFormat;
import org.jpos.iso.ISOComponent;

/**
 * An element that one line of the template gives as a whole.
 *
 * @param part whether it is a part of another element. It is packed alone first, so that a problem names its own line
 */
record WholeContent(LineValue value, ElementFormat format, boolean part) implements ElementContent {
    @Override
    public boolean isConstant() {
        return value.isConstant();
    }

    @Override
    public void checkConstants(TemplateProblems problems) {
        if (value.isConstant()) {
            problems.check(() -> component(value.evaluate()));
        }
    }

    @Override
    public ISOComponent component(String[] values, CapturedPart captured) {
        return component(value.value(values));
    }

    private ISOComponent component(String text) {
        return value.line().leavesOut(text) ? null : value.check(() -> tried(text));
    }

    private ISOComponent tried(String text) {
        ISOComponent component = text.isEmpty() ? format.emptyComponent() : format.component(text);
        if (part) {
            format.pack(component);
        }
        return component;
    }
}
