package io.github.isostress.message;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.TLVList;
import org.jpos.tlv.TLVMsg;

/**
 * An element made of BER-TLV data objects (EMV Book 3, annex B), such as DE 55: tags of the captured message keep
 * their place, new ones follow in the order of the template, and a tag whose value comes out empty is left out.
 */
final class TlvContent implements ElementContent {
    private static final Pattern TAG = Pattern.compile("[0-9A-F]{2,6}");

    private record Tag(int id, Slot slot) {}

    private final ElementFormat format;
    private final List<Tag> tags;

    /**
     * The data objects.
     *
     * @param slots the lines with the tags; those that are refused are left out
     */
    TlvContent(ElementFormat format, List<Slot> slots, Refusals refusals) {
        this.format = format;
        this.tags = slots.stream()
                .flatMap(slot -> refusals.give(() -> tag(slot)).stream())
                .toList();
    }

    private static Tag tag(Slot slot) {
        List<String> parts = slot.line().path().parts();
        String text = parts.get(0);
        return slot.check(() -> {
            if (parts.size() > 1) {
                throw new IllegalArgumentException("give a constructed data object as a whole, by its outermost tag");
            }
            if (!TAG.matcher(text).matches() || text.length() % 2 != 0) {
                throw new IllegalArgumentException("has no numbered sub-elements in this packager, and " + text
                        + " is no BER-TLV tag of 1 to 3 bytes");
            }
            return new Tag(verified(text), slot);
        });
    }

    private static int verified(String text) {
        int id = Integer.parseInt(text, 16);
        try {
            new TLVList().append(id, new byte[0]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(text + " is no BER-TLV tag (ISO/IEC 7816-4)", e);
        }
        return id;
    }

    @Override
    public boolean isConstant() {
        return tags.stream().allMatch(tag -> tag.slot().isConstant());
    }

    @Override
    public void checkConstants(Refusals refusals) {
        tags.stream()
                .map(Tag::slot)
                .filter(Slot::isConstant)
                .forEach(slot -> refusals.attempt(() -> bytes(slot, slot.evaluate())));
    }

    private static byte[] bytes(Slot slot, String value) {
        return slot.check(() -> HexDigits.parse(value));
    }

    @Override
    public ISOComponent component(String[] values, ISOComponent captured) throws ISOException {
        List<TLVMsg> objects = captured == null ? new ArrayList<>() : capturedObjects(captured);
        for (Tag tag : tags) {
            replace(objects, tag, tag.slot().value(values));
        }
        return objects.isEmpty() ? null : new ISOBinaryField(format.number(), bytes(objects));
    }

    private List<TLVMsg> capturedObjects(ISOComponent captured) throws ISOException {
        byte[] bytes = captured instanceof ISOMsg composite ? composite.pack() : ElementFormat.bytesOf(captured);
        TLVList list = new TLVList();
        try {
            list.unpack(bytes);
        } catch (RuntimeException e) {
            throw LineRefusal.of(
                    tags.get(0).slot().line(),
                    "element " + format.number() + " of the captured message is no BER-TLV data",
                    e);
        }
        return new ArrayList<>(list.getTags());
    }

    private static void replace(List<TLVMsg> objects, Tag tag, String value) {
        int at = 0;
        while (at < objects.size() && objects.get(at).getTag() != tag.id()) {
            at++;
        }
        boolean present = at < objects.size();
        if (value.isEmpty()) {
            if (present) {
                objects.remove(at);
            }
            return;
        }
        TLVMsg object = new TLVList().append(tag.id(), bytes(tag.slot(), value)).index(0);
        if (present) {
            objects.set(at, object);
        } else {
            objects.add(object);
        }
    }

    private static byte[] bytes(List<TLVMsg> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        objects.forEach(object -> out.writeBytes(object.getTLV()));
        return out.toByteArray();
    }
}
