package io.github.isostress.message;

import org.jpos.iso.ISOComponent;

/**
 * An element that one line of the template gives as a whole.
 *
 * @param part whether it is a part of another element, and so is packed with it; then it is tried alone before, as only
 *     here its own line is known
 */
record WholeContent(Slot slot, ElementFormat format, boolean part) implements ElementContent {
    @Override
    public boolean isConstant() {
        return slot.isConstant();
    }

    @Override
    public ISOComponent component(String[] values, ISOComponent captured) {
        String value = slot.value(values);
        return value.isEmpty() ? null : slot.check(() -> component(value));
    }

    private ISOComponent component(String value) {
        ISOComponent component = format.component(value);
        if (part) {
            format.pack(component);
        }
        return component;
    }
}
