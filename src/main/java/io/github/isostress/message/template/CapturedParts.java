package io.github.isostress.message.template;

import io.github.isostress.message.codec.PartFormat;
import io.github.isostress.message.codec.PartSpans;
import io.github.isostress.message.codec.PartSpans.Framing;
import io.github.isostress.message.codec.PartSpans.Span;
import io.github.isostress.message.codec.SubPackager;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.ISOTaggedField;

/** The parts of a captured element, with the bytes of each, so that some can be replaced. Thread-safe. */
final class CapturedParts {
    private static final int BITMAP = -1;

    private final ISOMsg whole;
    private final SubPackager packager;
    private final int number;
    private final byte[] content;
    private final byte[] rest;
    private final Framing framing;
    private final List<Span> spans;
    /** For each edit that was checked: which of the named parts it set, and which it removed. */
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    /**
     * Finds the parts of an element.
     *
     * @param whole what was read of it
     * @throws IllegalArgumentException if its parts cannot be told apart, or it would not be written as it was captured
     */
    CapturedParts(CapturedPart captured, ISOMsg whole, SubPackager packager, int number) throws ISOException {
        this.whole = whole;
        this.packager = packager;
        this.number = number;
        byte[] sent = Arrays.copyOfRange(captured.bytes(), captured.start(), captured.end());
        byte[] all = packager.content(number, sent, 0);
        List<Span> byField = PartSpans.of(whole, packager, all, Framing.BY_FIELD);
        this.framing = byField.isEmpty() ? Framing.BY_PACKAGER : Framing.BY_FIELD;
        this.spans = byField.isEmpty() ? PartSpans.of(whole, packager, all, framing) : byField;
        int end = spans.isEmpty() ? 0 : spans.get(spans.size() - 1).end();
        if (spans.isEmpty() && all.length > 0) {
            throw new IllegalArgumentException("the parts cannot be told apart");
        }
        if (Arrays.equals(packager.wrapped(number, all), sent)) {
            this.content = all;
        } else if (Arrays.equals(packager.wrapped(number, Arrays.copyOf(all, end)), sent)) {
            // The element's own packager writes the filling.
            this.content = Arrays.copyOf(all, end);
        } else {
            throw new IllegalArgumentException("the length would be written in another way");
        }
        this.rest = Arrays.copyOfRange(content, end, content.length);
    }

    /** Whether these are the parts of the element {@code other}, as the decoder gave it. */
    boolean isOf(ISOMsg other) {
        return whole == other;
    }

    /** A part as it was captured, or null. */
    CapturedPart part(PartFormat part) {
        return spans.stream()
                .filter(span -> isOf(span.part(), part))
                .findFirst()
                .map(span -> new CapturedPart(span.part(), content, span.start(), span.end()))
                .orElse(null);
    }

    private static boolean isOf(ISOComponent read, PartFormat part) {
        return read instanceof ISOTaggedField tagged
                ? tagged.getTag().equals(part.tag())
                : !part.isTagged() && (Integer) read.getFieldNumber() == part.number();
    }

    /** The bytes of a part with its value, its tag and length included. */
    byte[] packed(CompositeContent.Part part, ISOComponent value) throws ISOException {
        byte[] byField = part.packed(value);
        return framing == Framing.BY_FIELD ? byField : packager.alone(value);
    }

    /** The parts, to be edited for one message. */
    EditedParts edit() {
        return EditedParts.of(spans, content, rest);
    }

    /** The parts after an edit, and their bitmap if there is one. */
    byte[] content(EditedParts edited) throws ISOException {
        edited.announce((ISOBitMap) whole.getComponent(BITMAP), packager.bitmapPackager());
        return edited.content();
    }

    /**
     * Reads the edited element back, once for each choice of parts that are set: the parts that the template does not
     * name must not have changed.
     *
     * @param present which of the named parts are set
     * @throws BrokenRule if another part would change
     */
    void check(byte[] after, boolean[] present, List<CompositeContent.Part> named) {
        String choice = Arrays.toString(present);
        if (checked.contains(choice)) {
            return;
        }
        List<PartFormat> set = IntStream.range(0, present.length)
                .filter(i -> present[i])
                .mapToObj(i -> named.get(i).place())
                .toList();
        List<PartFormat> all = named.stream().map(CompositeContent.Part::place).toList();
        if (!isReadAs(after, set, all)) {
            throw new BrokenRule(
                    named.get(0).line(),
                    "with this, the packager would read other parts of the element otherwise than they were captured: "
                            + "give element " + named.get(0).line().path().above() + " as a whole");
        }
        checked.add(choice);
    }

    private boolean isReadAs(byte[] after, List<PartFormat> set, List<PartFormat> all) {
        try {
            ISOMsg read = packager.read(number, after);
            List<ISOComponent> kept = others(whole, all);
            List<ISOComponent> now = others(read, all);
            if (kept.size() != now.size() || !isThere(read, set, all)) {
                return false;
            }
            for (int i = 0; i < kept.size(); i++) {
                if (!PartSpans.isSame(kept.get(i), now.get(i))) {
                    return false;
                }
            }
            return true;
        } catch (ISOException | RuntimeException e) {
            return false;
        }
    }

    /** An edit sets or removes the first part of a name; parts of that name behind it stay. */
    private boolean isThere(ISOMsg read, List<PartFormat> set, List<PartFormat> all) {
        for (PartFormat part : all) {
            long before = children(whole).filter(child -> isOf(child, part)).count();
            long now = children(read).filter(child -> isOf(child, part)).count();
            if (now != (set.contains(part) ? Math.max(1, before) : Math.max(0, before - 1))) {
                return false;
            }
        }
        return true;
    }

    private static Stream<ISOComponent> children(ISOMsg read) {
        return ((Collection<?>) read.getChildren().values()).stream().map(ISOComponent.class::cast);
    }

    /** The parts that the template does not name, without their bitmap. */
    private static List<ISOComponent> others(ISOMsg read, List<PartFormat> named) {
        return children(read)
                .filter(child -> (Integer) child.getFieldNumber() != BITMAP)
                .filter(child -> named.stream().noneMatch(part -> isOf(child, part)))
                .toList();
    }
}
