package io.github.isostress.message.template;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.PartFormat;
import io.github.isostress.message.codec.SubPackager;
import java.util.List;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** An element made of parts, each packed by the sub-packager of its element. Thread-safe. */
final class CompositeContent implements ElementContent {
    private final ElementFormat format;
    private final SubPackager packager;
    private final List<Part> parts;
    /** Of the captured element that was edited last; the next one is usually the same. */
    private volatile CapturedParts lastCaptured;

    /**
     * A part that the template sets.
     *
     * @param place which part
     * @param format how its value is written
     * @param line its first line, with the part's own path
     */
    record Part(PartFormat place, ElementFormat format, ElementContent content, TemplateLine line) {
        /** The part with its value. If the whole part breaks a rule, such as its greatest length, the part is named. */
        byte[] packed(ISOComponent value) {
            try {
                return format.pack(value);
            } catch (IllegalArgumentException e) {
                throw new BrokenRule(line, e.getMessage(), e);
            }
        }
    }

    /**
     * The parts.
     *
     * @param parts in the order in which they are packed where no captured element gives one
     */
    CompositeContent(ElementFormat format, SubPackager packager, List<Part> parts) {
        this.format = format;
        this.packager = packager;
        this.parts = parts;
    }

    @Override
    public boolean isConstant() {
        return parts.stream().allMatch(part -> part.content().isConstant());
    }

    @Override
    public void checkConstants(TemplateProblems problems) {
        parts.forEach(part -> part.content().checkConstants(problems));
    }

    @Override
    public ISOComponent component(String[] values, CapturedPart captured) throws ISOException {
        if (captured != null && captured.component() instanceof ISOMsg whole) {
            return edited(values, captured, whole);
        }
        return packager.isTaggedSequence() ? joined(values) : built(values);
    }

    private ISOComponent built(String[] values) throws ISOException {
        ISOMsg message = (ISOMsg) format.packager().createComponent(format.number());
        for (Part part : parts) {
            ISOComponent value = part.content().component(values, null);
            if (value != null) {
                if (part.content() instanceof CompositeContent) {
                    part.packed(value);
                }
                message.set(value);
            }
        }
        return message.hasFields() ? message : null;
    }

    private ISOComponent joined(String[] values) throws ISOException {
        EditedParts edited = EditedParts.none();
        for (Part part : parts) {
            ISOComponent value = part.content().component(values, null);
            edited.set(part.place(), value == null ? null : part.packed(value));
        }
        return edited.isEmpty() ? null : new ISOBinaryField(format.number(), edited.content());
    }

    private ISOComponent edited(String[] values, CapturedPart captured, ISOMsg whole) throws ISOException {
        CapturedParts before = lastCaptured;
        if (before == null || !before.isOf(whole)) {
            before = captured(captured, whole);
            lastCaptured = before;
        }
        EditedParts edited = before.edit();
        boolean[] present = new boolean[parts.size()];
        for (int i = 0; i < present.length; i++) {
            Part part = parts.get(i);
            ISOComponent value = part.content().component(values, before.part(part.place()));
            present[i] = value != null;
            edited.set(part.place(), value == null ? null : before.packed(part, value));
        }
        if (edited.isEmpty()) {
            return null;
        }
        byte[] content = before.content(edited);
        before.check(content, present, parts);
        return new ISOBinaryField(format.number(), content);
    }

    private CapturedParts captured(CapturedPart captured, ISOMsg whole) {
        try {
            return new CapturedParts(captured, whole, packager, format.number());
        } catch (ISOException | IllegalArgumentException e) {
            String element = parts.get(0).line().path().above().toString();
            throw new BrokenRule(
                    parts.get(0).line(),
                    "element " + element + " of the captured message would not be written back as it was captured, so "
                            + "that it cannot be changed part by part: give element " + element + " as a whole",
                    e);
        }
    }
}
