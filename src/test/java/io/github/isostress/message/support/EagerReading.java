package io.github.isostress.message.support;

import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;

/** Reads every element of a message at once with jPOS's field packagers: what the decoder must come to as well. */
public final class EagerReading {
    private static final int SECOND_BITMAP_END = 128;
    private static final int EXTENSION_BIT = 65;

    private final IsoPackager packager;
    private final byte[] bytes;
    private final ISOMsg message = new ISOMsg();
    private final List<ElementRange> ranges = new ArrayList<>();
    private int position;
    private int current;
    private boolean complete;

    private EagerReading(IsoPackager packager, byte[] bytes) {
        this.packager = packager;
        this.bytes = bytes;
    }

    public static EagerReading of(IsoPackager packager, byte[] bytes) {
        EagerReading reading = new EagerReading(packager, bytes);
        try {
            reading.walk();
            reading.complete = true;
        } catch (ISOException | RuntimeException e) {
            // Reading ends here.
        }
        return reading;
    }

    /** Whether all of it could be read. */
    public boolean isComplete() {
        return complete;
    }

    /** Where reading ended: how a refusal begins. */
    public String end() {
        String where = switch (current) {
            case 0 -> "the MTI";
            case 1 -> "the bitmap";
            default -> "element " + current;
        };
        return where + " at byte " + position + " of " + bytes.length + " cannot be read";
    }

    /** What was read. */
    public ISOMsg message() {
        return message;
    }

    public List<ElementRange> ranges() {
        return ranges;
    }

    private void walk() throws ISOException {
        message.setPackager(packager);
        header();
        if (packager.hasMti()) {
            read(0, packager.getFieldPackager(0));
        }
        if (packager.hasBitmap()) {
            elements(bitmap());
        } else {
            elementsWithoutBitmap();
        }
    }

    private void header() throws ISOException {
        if (packager.getHeaderLength() > bytes.length) {
            position = bytes.length;
            throw new ISOException();
        }
        if (packager.getHeaderLength() > 0) {
            position = packager.getHeaderLength();
            message.setHeader(Arrays.copyOf(bytes, position));
        }
    }

    private ISOComponent read(int element, ISOFieldPackager format) throws ISOException {
        current = element;
        if (format == null || position > bytes.length) {
            throw new ISOException();
        }
        ISOComponent component = format.createComponent(element);
        int consumed = format.unpack(component, bytes, position);
        if (consumed < 0 || consumed > bytes.length - position) {
            throw new ISOException();
        }
        message.set(component);
        ranges.add(new ElementRange(element, position, position + consumed));
        position += consumed;
        return component;
    }

    private BitSet bitmap() throws ISOException {
        current = 1;
        ISOBitMap bitmap = new ISOBitMap(-1);
        int consumed = packager.bitmapReader().unpack(bitmap, bytes, position);
        if (consumed > bytes.length - position) {
            throw new ISOException();
        }
        ranges.add(new ElementRange(1, position, position + consumed));
        position += consumed;
        message.set(bitmap);
        return (BitSet) bitmap.getValue();
    }

    private void elements(BitSet bitmap) throws ISOException {
        boolean announced = bitmap.get(1)
                && bitmap.get(EXTENSION_BIT)
                && packager.bitmapPackager().getLength() > 16;
        boolean thirdFollowsSecond = announced || bitmap.length() - 1 > SECOND_BITMAP_END;
        int first = packager.firstElement();
        for (int i = bitmap.nextSetBit(first); i >= 0; i = bitmap.nextSetBit(i + 1)) {
            if (i == EXTENSION_BIT && thirdFollowsSecond) {
                continue;
            }
            ISOComponent component = read(i, packager.reader(i));
            if (i == packager.getThirdBitmapField() && packager.carriesThirdBitmapInElement() && !thirdFollowsSecond) {
                extend(bitmap, (BitSet) component.getValue());
            }
        }
    }

    private void extend(BitSet bitmap, BitSet third) {
        for (int bit = third.nextSetBit(1); bit >= 0; bit = third.nextSetBit(bit + 1)) {
            bitmap.set(SECOND_BITMAP_END + bit);
        }
    }

    private void elementsWithoutBitmap() throws ISOException {
        for (int i = packager.firstElement(); i <= packager.highestElement(); i++) {
            if (packager.defines(i)) {
                read(i, packager.reader(i));
            }
        }
    }
}
