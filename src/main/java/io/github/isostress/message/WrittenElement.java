package io.github.isostress.message;

/** A living element that one line gives as a text, written straight into the message. */
record WrittenElement(Slot slot, ElementFormat format, TextForm form) implements LivingElement {
    @Override
    public int number() {
        return format.number();
    }

    @Override
    public void prepare(Filling filling) {
        String value = slot.value(filling.values());
        try {
            format.checkText(value);
        } catch (IllegalArgumentException e) {
            throw slot.refusal(e);
        }
    }

    @Override
    public boolean isPresent(Filling filling) {
        return !slot.line().leavesOut(slot.value(filling.values()));
    }

    @Override
    public int length(Filling filling) {
        return form.length(slot.value(filling.values()));
    }

    @Override
    public void write(Filling filling, byte[] message, int at) {
        form.write(slot.value(filling.values()), message, at);
    }
}
