package io.github.isostress.message;

import io.github.isostress.message.DecodedMessage.ElementRange;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;

/**
 * Joins elements to the layout of a message: header, MTI, the bitmap that follows from them, elements. For one layout.
 */
final class MessageAssembler {
    private static final int SECOND_BITMAP_END = 128;
    private static final int THIRD_BITMAP_END = 192;
    private static final int EXTENSION_BIT = 65;
    private static final byte[] LIVING = {};

    private final IsoPackager packager;
    private final LivingElement[] living;
    private final byte[][] packed;
    private final BitSet present = new BitSet(THIRD_BITMAP_END + 1);
    private final byte[][] runs;
    private final ByteArrayOutputStream run = new ByteArrayOutputStream();
    private byte[] header = {};

    /**
     * An assembler.
     *
     * @param living the template's living elements in the order of their numbers
     */
    MessageAssembler(IsoPackager packager, LivingElement[] living) {
        this.packager = packager;
        this.living = living;
        this.runs = new byte[living.length][];
        this.packed = new byte[packager.highestElement() + 1][];
    }

    /** Begins with all a captured message holds, byte for byte. */
    void start(DecodedMessage captured) {
        byte[] bytes = captured.bytes();
        header = Arrays.copyOf(bytes, captured.headerLength());
        for (ElementRange range : captured.ranges()) {
            if (range.element() != 1 || !packager.hasBitmap()) {
                set(range.element(), Arrays.copyOfRange(bytes, range.start(), range.end()));
            }
        }
    }

    /** Gives a living element its place, or leaves it out. */
    void set(LivingElement element, boolean isPresent) {
        set(element.number(), isPresent ? LIVING : null);
    }

    /** Sets an element to its packed form, or leaves it out if that is null. */
    void set(int element, byte[] bytes) {
        packed[element] = bytes;
        if (element > 0) {
            present.set(element, bytes != null);
        }
    }

    /**
     * The whole message but for its living elements.
     *
     * @throws IllegalArgumentException if it has no elements, and so no bitmap
     */
    MessageLayout layout() {
        if (present.isEmpty()) {
            throw new IllegalArgumentException("the message has no element besides its MTI");
        }
        byte[] bitmap = packager.hasBitmap() ? bitmap() : new byte[0];
        run.writeBytes(header);
        if (packed[0] != null) {
            add(0);
        }
        run.writeBytes(bitmap);
        present.stream().forEach(this::add);
        return new MessageLayout(living, runs, run.toByteArray());
    }

    private void add(int element) {
        for (int i = 0; i < living.length; i++) {
            if (living[i].number() == element) {
                runs[i] = run.toByteArray();
                run.reset();
                return;
            }
        }
        run.writeBytes(packed[element]);
    }

    private byte[] bitmap() {
        if (!packager.carriesThirdBitmapInElement()) {
            return pack(packager.bitmapPackager(), present);
        }
        int carrier = packager.getThirdBitmapField();
        BitSet third = present.get(SECOND_BITMAP_END, THIRD_BITMAP_END + 1);
        third.clear(0);
        set(carrier, third.isEmpty() ? null : pack(packager.getFieldPackager(carrier), third));
        BitSet firstAndSecond = present.get(0, SECOND_BITMAP_END + 1);
        if (!third.isEmpty() && carrier != EXTENSION_BIT) {
            firstAndSecond.set(EXTENSION_BIT, packed[EXTENSION_BIT] != null);
        }
        return pack(packager.bitmapPackager(), firstAndSecond);
    }

    private static byte[] pack(ISOFieldPackager format, BitSet bits) {
        try {
            ISOComponent bitmap = new ISOBitMap(1);
            bitmap.setValue(bits);
            return format.pack(bitmap);
        } catch (ISOException e) {
            throw new IllegalArgumentException("the bitmap cannot be packed", e);
        }
    }
}
