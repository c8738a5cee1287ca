package io.github.isostress.message;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.jpos.tlv.ISOTaggedField;
import org.jpos.tlv.TLVList;
import org.jpos.tlv.TLVMsg;

/**
 * One line of a message in words.
 *
 * @param depth 0 for a data element, 1 for a part of it, and so on
 * @param label the element's number or tag
 * @param name the packager's name for it, or an empty string
 * @param shown what may be shown of its value; empty for an element that is shown by its parts
 * @param isMasked whether that is not all of it
 */
record DescribedValue(int depth, String label, String name, String shown, boolean isMasked) {
    private static final int IC_CARD_DATA = 55;
    /** First byte of a tag, EMV Book 3, annex B1: the value is made of data objects itself. */
    private static final int CONSTRUCTED = 0x20;

    /**
     * A data element and, where it has them, its parts.
     *
     * @param doubtful whether the message {@link DecodedMessage#isDoubtful() is}
     */
    static List<DescribedValue> of(DecodedMessage message, int element, boolean doubtful) {
        List<DescribedValue> lines = new ArrayList<>();
        String label = "DE " + element;
        String name = message.packager().elementName(element);
        ISOComponent component = message.fields().getComponent(element);
        boolean mayHoldObjects = element == IC_CARD_DATA || message.packager().holdsDataObjects(element);
        List<TLVMsg> objects = mayHoldObjects ? dataObjects(component) : List.of();
        if (objects.isEmpty()) {
            Masking masking = message.packager().masking(element);
            add(lines, 0, label, name, component, doubtful ? masking.inDoubt() : masking);
        } else {
            lines.add(byParts(0, label, name));
            objects.forEach(object -> add(lines, 1, object));
        }
        return lines;
    }

    /** What may be shown of an element or a part of one; empty if it is shown by its parts. */
    static Optional<String> shown(DecodedMessage message, ElementPath path) {
        List<DescribedValue> lines = of(message, path.element(), message.isDoubtful());
        int at = 0;
        for (String part : path.parts()) {
            at = indexOfPart(lines, at, part);
            if (at < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(lines.get(at).shown).filter(shown -> !shown.isEmpty());
    }

    private static int indexOfPart(List<DescribedValue> lines, int whole, String part) {
        int depth = lines.get(whole).depth;
        for (int at = whole + 1; at < lines.size() && lines.get(at).depth > depth; at++) {
            if (lines.get(at).isPart(depth + 1, part)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isPart(int expectedDepth, String part) {
        return depth == expectedDepth && (label.equals(part) || label.equals("." + StringUtils.stripStart(part, "0")));
    }

    private static DescribedValue byParts(int depth, String label, String name) {
        return new DescribedValue(depth, label, name, "", false);
    }

    private static void add(
            List<DescribedValue> lines, int depth, String label, String name, ISOComponent component, Masking masking) {
        if (!(component instanceof ISOMsg composite)) {
            lines.add(whole(depth, label, name, component, masking));
            return;
        }
        lines.add(byParts(depth, label, name));
        for (Object child : composite.getChildren().values()) {
            ISOComponent part = (ISOComponent) child;
            if (part instanceof ISOTaggedField tagged) {
                lines.add(whole(depth + 1, tagged.getTag(), "", part, Masking.ofTag(tagged.getTag())));
            } else if (part.getFieldNumber() >= 0) {
                String partName = partName(composite, part.getFieldNumber());
                Masking partMasking = Masking.ofPart(masking, partName);
                add(lines, depth + 1, "." + part.getFieldNumber(), partName, part, partMasking);
            }
        }
    }

    private static String partName(ISOMsg composite, int number) {
        ISOFieldPackager format =
                composite.getPackager() instanceof ISOBasePackager inner ? inner.getFieldPackager(number) : null;
        return format == null ? "" : StringUtils.strip(StringUtils.defaultString(format.getDescription()));
    }

    /** A text element that holds other than printable characters is shown in hex digits. */
    private static DescribedValue whole(int depth, String label, String name, ISOComponent component, Masking masking) {
        try {
            Object value = component.getValue();
            if (!(value instanceof byte[]) && StringUtils.isAsciiPrintable(String.valueOf(value))) {
                String text = String.valueOf(value);
                String shown = masking.mask(text);
                return new DescribedValue(depth, label, name, shown, !shown.equals(text));
            }
            return bytes(depth, label, name, ElementFormat.bytesOf(component), masking);
        } catch (ISOException e) {
            return new DescribedValue(depth, label, name, "(cannot be shown)", true);
        }
    }

    private static DescribedValue bytes(int depth, String label, String name, byte[] bytes, Masking masking) {
        String shown = masking.mask(bytes);
        return new DescribedValue(depth, label, name, shown, shown.indexOf('*') >= 0);
    }

    /** The data objects of an element, be they sent as bytes or, in a text element, as hex digits. */
    private static List<TLVMsg> dataObjects(ISOComponent component) {
        try {
            byte[] bytes = ElementFormat.bytesOf(component);
            List<TLVMsg> written = dataObjects(new String(bytes, ISOUtil.CHARSET));
            return written.isEmpty() ? dataObjects(bytes) : written;
        } catch (ISOException e) {
            return List.of();
        }
    }

    private static List<TLVMsg> dataObjects(String text) {
        try {
            return dataObjects(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<TLVMsg> dataObjects(byte[] bytes) {
        try {
            TLVList list = new TLVList();
            list.unpack(bytes);
            return list.getTags();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static void add(List<DescribedValue> lines, int depth, TLVMsg object) {
        String tag = Integer.toHexString(object.getTag()).toUpperCase(Locale.ROOT);
        tag = StringUtils.leftPad(tag, tag.length() + tag.length() % 2, '0');
        boolean constructed = (Integer.parseInt(tag.substring(0, 2), 16) & CONSTRUCTED) != 0;
        List<TLVMsg> inner = constructed ? dataObjects(object.getValue()) : List.of();
        if (inner.isEmpty()) {
            lines.add(bytes(depth, tag, "", object.getValue(), Masking.ofTag(tag)));
        } else {
            lines.add(byParts(depth, tag, ""));
            inner.forEach(part -> add(lines, depth + 1, part));
        }
    }
}
