package io.github.isostress.message.describe;

import io.github.isostress.message.codec.PartSpans;
import io.github.isostress.message.codec.PartSpans.Framing;
import io.github.isostress.message.codec.PartSpans.Span;
import io.github.isostress.message.codec.SubPackager;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;

/**
 * Where the parts of an element stand. They are read once more, one after another, and the places count only if that
 * gives the same values and ends where the element ends. Used by one thread.
 */
final class PartPlaces {
    private final Map<ISOComponent, Place> places = new IdentityHashMap<>();

    /**
     * Reads the parts of an element once more.
     *
     * @param whole the element; without parts it has no places
     * @param format what has read it
     * @param bytes the message
     * @param place where the element stands in it
     * @param offset of the message in the frame, from whose first byte places are counted
     */
    static PartPlaces of(ISOComponent whole, ISOFieldPackager format, byte[] bytes, Place place, int offset) {
        PartPlaces parts = new PartPlaces();
        parts.find(whole, format, bytes, place, offset);
        return parts;
    }

    /** Where a part stands in the frame, or {@link Place#UNKNOWN}. */
    Place of(ISOComponent part) {
        return places.getOrDefault(part, Place.UNKNOWN);
    }

    private void find(ISOComponent whole, ISOFieldPackager format, byte[] bytes, Place place, int offset) {
        SubPackager packager = SubPackager.of(format).orElse(null);
        if (!(whole instanceof ISOMsg composite) || packager == null) {
            return;
        }
        try {
            byte[] content = packager.content(0, bytes, place.start());
            int start = place.end() - content.length;
            if (start >= 0 && Arrays.equals(bytes, start, place.end(), content, 0, content.length)) {
                keep(PartSpans.of(composite, packager, content, Framing.BY_FIELD), packager, content, offset + start);
            }
        } catch (ISOException | RuntimeException | StackOverflowError e) {
            // Without a place the element is still shown.
        }
    }

    private void keep(List<Span> spans, SubPackager packager, byte[] content, int offset) {
        if (spans.isEmpty() || spans.get(spans.size() - 1).end() < content.length) {
            return;
        }
        for (Span span : spans) {
            places.put(span.part(), new Place(offset + span.start(), offset + span.end()));
            find(span.part(), packager.reader(span.part()), content, new Place(span.start(), span.end()), offset);
        }
    }
}
