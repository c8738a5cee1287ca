package io.github.isostress.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.ISOTaggedField;
import org.jpos.tlv.TLVList;
import org.jpos.tlv.TLVMsg;

/**
 * One line of a message in words.
 *
 * @param depth 0 for a data element, 1 for a part of it, and so on
 * @param label the element's number or tag
 * @param name the packager's name for it, or an empty string
 * @param value the clear value; empty for an element that is shown by its parts
 * @param masking what may be shown of it
 */
record DescribedValue(int depth, String label, String name, String value, Masking masking) {
    private static final int IC_CARD_DATA = 55;

    String masked() {
        return masking.mask(value);
    }

    boolean isMasked() {
        return !masked().equals(value);
    }

    /** A data element and, where it has them, its parts. */
    static List<DescribedValue> of(DecodedMessage message, int element) {
        List<DescribedValue> lines = new ArrayList<>();
        String name = message.packager().elementName(element);
        ISOComponent component = message.fields().getComponent(element);
        Masking masking = Masking.ofElement(element, name);
        List<TLVMsg> objects = element == IC_CARD_DATA ? dataObjects(component) : List.of();
        if (objects.isEmpty()) {
            add(lines, 0, "DE " + element, name, component, masking);
        } else {
            lines.add(new DescribedValue(0, "DE " + element, name, "", masking));
            objects.forEach(object -> lines.add(dataObject(object)));
        }
        return lines;
    }

    private static void add(
            List<DescribedValue> lines, int depth, String label, String name, ISOComponent component, Masking masking) {
        if (!(component instanceof ISOMsg composite)) {
            lines.add(new DescribedValue(depth, label, name, text(component), masking));
            return;
        }
        lines.add(new DescribedValue(depth, label, name, "", masking));
        for (Object child : composite.getChildren().values()) {
            ISOComponent part = (ISOComponent) child;
            if (part instanceof ISOTaggedField tagged) {
                add(lines, depth + 1, tagged.getTag(), "", part, Masking.ofTag(tagged.getTag()));
            } else if (part.getFieldNumber() >= 0) {
                add(lines, depth + 1, "." + part.getFieldNumber(), "", part, masking);
            }
        }
    }

    private static List<TLVMsg> dataObjects(ISOComponent component) {
        try {
            TLVList list = new TLVList();
            list.unpack(ElementFormat.bytesOf(component));
            return list.getTags();
        } catch (ISOException | RuntimeException e) {
            return List.of();
        }
    }

    private static DescribedValue dataObject(TLVMsg object) {
        String tag = Integer.toHexString(object.getTag()).toUpperCase(Locale.ROOT);
        return new DescribedValue(1, tag, "", object.getStringValue(), Masking.ofTag(tag));
    }

    /** A text element that holds other than printable characters is shown in hex digits. */
    private static String text(ISOComponent component) {
        try {
            String value = DecodedMessage.text(component);
            return StringUtils.isAsciiPrintable(value)
                    ? value
                    : HexFormat.of().withUpperCase().formatHex(value.getBytes(StandardCharsets.ISO_8859_1));
        } catch (ISOException e) {
            return "(cannot be shown)";
        }
    }
}
