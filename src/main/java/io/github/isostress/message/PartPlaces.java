package io.github.isostress.message;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * Where the parts of an element stand. They are read once more, one after another in the order of their numbers, and the
 * places count only if that gives the same values and ends where the element ends. Used by one thread.
 */
final class PartPlaces {
    private static final int BITMAP = -1;

    private final Map<ISOComponent, Place> places = new IdentityHashMap<>();

    /**
     * Finds them.
     *
     * @param whole the element; one without parts has no places
     * @param format what has read it
     * @param bytes the message
     * @param place where the element stands in it
     * @param offset of the message in the frame, in which the places of the parts are counted
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
        if (!(whole instanceof ISOMsg composite)
                || !(format instanceof ISOMsgFieldPackager parts)
                || !(parts.getISOMsgPackager() instanceof ISOBasePackager packager)) {
            return;
        }
        try {
            ISOBinaryField read = new ISOBinaryField(0);
            parts.getISOFieldPackager().unpack(read, bytes, place.start());
            byte[] content = read.getBytes();
            int start = place.end() - content.length;
            if (start >= 0 && Arrays.equals(bytes, start, place.end(), content, 0, content.length)) {
                walk(composite, packager, content, offset + start);
            }
        } catch (ISOException | RuntimeException e) {
            // Without a place the element is still shown.
        }
    }

    private void walk(ISOMsg composite, ISOBasePackager packager, byte[] content, int offset) throws ISOException {
        Map<ISOComponent, Place> found = new IdentityHashMap<>();
        int position = 0;
        for (Object child : composite.getChildren().values()) {
            ISOComponent part = (ISOComponent) child;
            int consumed = read(part, format(packager, part), content, position);
            if (consumed < 0 || consumed > content.length - position) {
                return;
            }
            found.put(part, new Place(position, position + consumed));
            position += consumed;
        }
        if (position == content.length) {
            found.forEach((part, place) -> {
                places.put(part, new Place(offset + place.start(), offset + place.end()));
                find(part, format(packager, part), content, place, offset);
            });
        }
    }

    private static ISOFieldPackager format(ISOBasePackager packager, ISOComponent part) {
        if (part.getFieldNumber() != BITMAP) {
            return packager.getFieldPackager(part.getFieldNumber());
        }
        ISOFieldPackager first = packager.getFieldPackager(0);
        return first instanceof ISOBitMapPackager ? first : packager.getFieldPackager(1);
    }

    /** How many bytes the part takes at a position, or -1 if it is another that stands there. */
    private static int read(ISOComponent part, ISOFieldPackager format, byte[] content, int position)
            throws ISOException {
        if (format instanceof ISOMsgFieldPackager composite) {
            return composite.getISOFieldPackager().unpack(new ISOBinaryField(0), content, position);
        }
        if (format == null) {
            return -1;
        }
        ISOComponent again = format.createComponent(part.getFieldNumber());
        int consumed = format.unpack(again, content, position);
        return Objects.deepEquals(again.getValue(), part.getValue()) ? consumed : -1;
    }
}
