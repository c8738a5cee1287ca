package io.github.isostress.message;

import java.util.SortedMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** An element made of numbered sub-elements, each packed by the sub-packager of its element. */
record CompositeContent(ElementFormat format, SortedMap<Integer, ElementContent> parts) implements ElementContent {
    /** Where jPOS keeps a message's bitmap among its fields; it is worked out anew when the message is packed. */
    private static final int BITMAP = -1;

    @Override
    public boolean isConstant() {
        return parts.values().stream().allMatch(ElementContent::isConstant);
    }

    @Override
    public void checkConstants(Refusals refusals) {
        parts.values().forEach(part -> part.checkConstants(refusals));
    }

    @Override
    public ISOComponent component(String[] values, ISOComponent captured) throws ISOException {
        ISOMsg message = captured instanceof ISOMsg before
                ? (ISOMsg) before.clone()
                : (ISOMsg) format.packager().createComponent(format.number());
        message.unset(BITMAP);
        for (var part : parts.entrySet()) {
            ISOComponent value = part.getValue().component(values, message.getComponent(part.getKey()));
            if (value == null) {
                message.unset(part.getKey());
            } else {
                message.set(value);
            }
        }
        return message.hasFields() ? message : null;
    }
}
