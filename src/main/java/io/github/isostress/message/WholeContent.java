package io.github.isostress.message;

import org.jpos.iso.ISOComponent;

/** An element that one line of the template gives as a whole. */
record WholeContent(Slot slot, ElementFormat format) implements ElementContent {
    @Override
    public boolean isConstant() {
        return slot.isConstant();
    }

    @Override
    public ISOComponent component(String[] values, ISOComponent captured) {
        String value = slot.value(values);
        return value.isEmpty() ? null : slot.check(() -> format.component(value));
    }
}
