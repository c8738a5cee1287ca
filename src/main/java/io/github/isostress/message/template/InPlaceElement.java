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
    public void prepare(TemplateValues filling) {
        String value = slot.value(filling.values());
        try {
            format.checkText(value);
        } catch (IllegalArgumentException e) {
            throw slot.broken(e);
        }
    }

    @Override
    public boolean isPresent(TemplateValues filling) {
        return !slot.line().leavesOut(slot.value(filling.values()));
    }

    @Override
    public int length(TemplateValues filling) {
        return form.length(slot.value(filling.values()));
    }

    @Override
    public void write(TemplateValues filling, byte[] message, int at) {
        form.write(slot.value(filling.values()), message, at);
    }
}
