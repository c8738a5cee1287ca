package io.github.isostress.message.template;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.TextForm;

/** A living element that one line gives as a text, written straight into the message. */
public record InPlaceElement(LineValue slot, ElementFormat format, TextForm form) implements VariableElement {
    @Override
    public int number() {
        return format.number();
    }

    @Override
    public void prepare(FilledMessage message) {
        String value = slot.value(message.values());
        try {
            format.checkText(value);
        } catch (IllegalArgumentException e) {
            throw slot.broken(e);
        }
    }

    @Override
    public boolean isPresent(FilledMessage message) {
        return !slot.line().leavesOut(slot.value(message.values()));
    }

    @Override
    public int length(FilledMessage message) {
        return form.length(slot.value(message.values()));
    }

    @Override
    public void write(FilledMessage message, byte[] bytes, int at) {
        form.write(slot.value(message.values()), bytes, at);
    }
}
