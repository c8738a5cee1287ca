package io.github.isostress.message.template;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.TextForm;

/** A variable element that one line gives as a text: written straight into the message, without its field packager. */
record InPlaceElement(LineValue value, ElementFormat format, TextForm form) implements VariableElement {
    @Override
    public int number() {
        return format.number();
    }

    @Override
    public void prepare(FilledMessage message) {
        try {
            format.checkText(text(message));
        } catch (IllegalArgumentException e) {
            throw value.broken(e);
        }
    }

    @Override
    public boolean isPresent(FilledMessage message) {
        return !value.line().leavesOut(text(message));
    }

    @Override
    public int length(FilledMessage message) {
        return form.length(text(message));
    }

    @Override
    public void write(FilledMessage message, byte[] bytes, int at) {
        form.write(text(message), bytes, at);
    }

    private String text(FilledMessage message) {
        return value.value(message.values());
    }
}
