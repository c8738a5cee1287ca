package io.github.isostress.message.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.ISOTaggedField;

/**
 * Finds where the parts of an element stand among its bytes. It reads each part once more where the part before it
 * ends; each must give the same value. Numbered parts stand in the order of their numbers, tagged parts in any order.
 * Stateless and thread-safe.
 */
public final class PartSpans {
    private static final int ANOTHER = -1;

    /** Who writes a part's tag and length. */
    public enum Framing {
        /** The part's own field packager. */
        BY_FIELD,
        /** The packager of all parts. */
        BY_PACKAGER
    }

    private PartSpans() {}

    /**
     * Where a part stands.
     *
     * @param start its first byte's offset in the content
     * @param end the offset behind its last byte
     */
    public record Span(ISOComponent part, int start, int end) {}

    /**
     * Finds the parts, one behind the other from the content's beginning.
     *
     * @param whole the element as it was read
     * @param content all its bytes without the length prefix; not written into
     * @return empty if they cannot be told
     */
    public static List<Span> of(ISOMsg whole, SubPackager packager, byte[] content, Framing framing) {
        byte[] bytes = content.clone();
        List<ISOComponent> left = new ArrayList<>();
        ((Collection<?>) whole.getChildren().values()).forEach(part -> left.add((ISOComponent) part));
        List<Span> found = new ArrayList<>();
        int position = 0;
        while (!left.isEmpty()) {
            Span next = next(left, packager, bytes, position, framing);
            if (next == null) {
                return List.of();
            }
            found.add(next);
            left.remove(next.part());
            position = next.end();
        }
        return found;
    }

    private static Span next(
            List<ISOComponent> left, SubPackager packager, byte[] bytes, int position, Framing framing) {
        for (ISOComponent part : left) {
            int length = length(part, packager, bytes, position, framing);
            if (length != ANOTHER) {
                return new Span(part, position, position + length);
            }
        }
        return null;
    }

    private static int length(ISOComponent part, SubPackager packager, byte[] bytes, int position, Framing framing) {
        try {
            ISOFieldPackager format = packager.reader(part);
            if (format == null || framing == Framing.BY_PACKAGER) {
                return lengthAlone(packager.alone(part), bytes, position);
            }
            ISOComponent again = format.createComponent((Integer) part.getFieldNumber());
            int length = format.unpack(again, bytes, position);
            return length >= 0 && length <= bytes.length - position && isSame(part, again) ? length : ANOTHER;
        } catch (ISOException | RuntimeException e) {
            return ANOTHER;
        }
    }

    private static int lengthAlone(byte[] alone, byte[] bytes, int position) {
        int end = position + alone.length;
        return alone.length > 0 && end <= bytes.length && Arrays.equals(bytes, position, end, alone, 0, alone.length)
                ? alone.length
                : ANOTHER;
    }

    /** Whether two components hold equal values, part by part. */
    public static boolean isSame(ISOComponent one, ISOComponent other) throws ISOException {
        if (one instanceof ISOMsg && other instanceof ISOMsg) {
            Map<?, ?> parts = one.getChildren();
            Map<?, ?> others = other.getChildren();
            if (!parts.keySet().equals(others.keySet())) {
                return false;
            }
            for (Map.Entry<?, ?> part : parts.entrySet()) {
                if (!isSame((ISOComponent) part.getValue(), (ISOComponent) others.get(part.getKey()))) {
                    return false;
                }
            }
            return true;
        }
        if (one instanceof ISOTaggedField tagged
                && !(other instanceof ISOTaggedField there && Objects.equals(tagged.getTag(), there.getTag()))) {
            return false;
        }
        return Objects.deepEquals(one.getValue(), other.getValue());
    }
}
