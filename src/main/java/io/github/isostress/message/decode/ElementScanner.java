package io.github.isostress.message.decode;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageShape;
import io.github.isostress.message.codec.FieldLayout;
import io.github.isostress.message.codec.GuardedPackager;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.BitSet;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * One message read element by element: what its shape does not tell beforehand. Notes where each element stands, and
 * what had to be read to know it. For one run by one thread.
 */
final class ElementScanner {
    private static final int SECOND_BITMAP_END = 128;
    private static final int EXTENSION_BIT = 65;
    private static final int THREE_IN_A_ROW = 3;
    private static final int USUAL_COUNT = 24;

    private final IsoPackager packager;
    private final byte[] bytes;
    private final int start;
    private int count;
    private int[] numbers = new int[USUAL_COUNT];
    private int[] ends = new int[USUAL_COUNT];
    private ISOComponent[] read = new ISOComponent[USUAL_COUNT];
    private boolean anyRead;
    private int headEnd;
    private int headCount;
    private ISOBitMap bitmap;
    private int bitmaps;
    private int position;
    private int current;

    ElementScanner(IsoPackager packager, byte[] bytes) {
        this.packager = packager;
        this.bytes = bytes;
        this.start = packager.headerLength();
        this.headEnd = start;
    }

    /**
     * The message, whose shape is remembered if the layouts of its elements tell all of it.
     *
     * @throws FailureException naming the element and the byte at which reading ended
     */
    DecodedMessage run() throws FailureException {
        try {
            walk();
        } catch (ISOException | RuntimeException | StackOverflowError e) {
            throw new FailureException(Failure.UNPACK_ERROR, particulars(e), e);
        } catch (AssertionError e) {
            // Of a field packager of a user's.
            throw FailureException.internal(e);
        }
        MessageShape shape = shape();
        if (!anyRead && packager.isBitmapTold()) {
            packager.shapes().add(shape);
        }
        return decoded(shape);
    }

    /** The elements in front of the first that cannot be read. */
    DecodedMessage runAsFarAsPossible() {
        try {
            walk();
        } catch (ISOException | RuntimeException | StackOverflowError | AssertionError e) {
            // The elements in front of it are kept.
        }
        return decoded(shape());
    }

    private MessageShape shape() {
        byte[] head = headEnd <= bytes.length ? Arrays.copyOfRange(bytes, start, headEnd) : new byte[0];
        return new MessageShape(head, headCount, Arrays.copyOf(numbers, count), bitmap, Arrays.copyOf(ends, count));
    }

    private DecodedMessage decoded(MessageShape shape) {
        return new DecodedMessage(
                packager, bytes, new ElementIndex(packager, bytes, start, shape, ends, anyRead ? read : null));
    }

    private void walk() throws ISOException {
        header();
        if (packager.hasMti()) {
            read(0, packager.getFieldPackager(0));
            headEndsHere();
        }
        if (packager.hasBitmap()) {
            elements(bitmap());
        } else {
            elementsWithoutBitmap();
        }
    }

    private void header() throws ISOException {
        if (start > bytes.length) {
            position = bytes.length;
            throw new ISOException();
        }
        position = start;
    }

    /** What was read of the element, or null if there was no need to. */
    private ISOComponent read(int element, ISOFieldPackager format) throws ISOException {
        current = element;
        int extent = packager.extent(element, bytes, position);
        if (extent != FieldLayout.UNTOLD) {
            position += extent;
            add(element, null);
            return null;
        }
        if (format == null) {
            throw new ISOException();
        }
        ISOComponent component = format.createComponent(element);
        advance(format.unpack(component, bytes, position));
        add(element, component);
        anyRead = true;
        return component;
    }

    private void advance(int consumed) throws ISOException {
        if (consumed < 0 || consumed > bytes.length - position) {
            throw new ISOException();
        }
        position += consumed;
    }

    /** Adds the element that ends here. */
    private void add(int number, ISOComponent component) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            read = Arrays.copyOf(read, 2 * count);
        }
        numbers[count] = number;
        read[count] = component;
        ends[count++] = position;
    }

    private void headEndsHere() {
        headEnd = position;
        headCount = count;
    }

    private BitSet bitmap() throws ISOException {
        current = 1;
        ISOBitMap unpacked = new ISOBitMap(MessageShape.BITMAP_KEY);
        int consumed = packager.bitmapReader().unpack(unpacked, bytes, position);
        if (consumed > bytes.length - position) {
            throw new ISOException();
        }
        bitmaps = packager.bitmapForm().count(consumed);
        position += consumed;
        add(MessageShape.BITMAP_KEY, null);
        bitmap = unpacked;
        headEndsHere();
        return (BitSet) unpacked.getValue();
    }

    private void elements(BitSet bits) throws ISOException {
        boolean thirdFollowsSecond = bits.length() - 1 > SECOND_BITMAP_END || bitmaps == THREE_IN_A_ROW;
        int first = packager.firstElement();
        for (int i = bits.nextSetBit(first); i >= 0; i = bits.nextSetBit(i + 1)) {
            if (i == EXTENSION_BIT && thirdFollowsSecond) {
                continue;
            }
            ISOComponent component = read(i, packager.reader(i));
            if (i == packager.getThirdBitmapField() && packager.carriesThirdBitmapInElement() && !thirdFollowsSecond) {
                extend(bits, (BitSet) component.getValue());
            }
        }
    }

    private void extend(BitSet bits, BitSet third) {
        for (int bit = third.nextSetBit(1); bit >= 0; bit = third.nextSetBit(bit + 1)) {
            bits.set(SECOND_BITMAP_END + bit);
        }
    }

    private void elementsWithoutBitmap() throws ISOException {
        for (int i = packager.firstElement(); i <= packager.highestElement(); i++) {
            if (packager.defines(i)) {
                read(i, packager.reader(i));
            }
        }
    }

    private String particulars(Throwable e) {
        String where = switch (current) {
            case 0 -> "the MTI";
            case 1 -> "the bitmap";
            default -> "element " + current;
        };
        String reason;
        if (current > 1 && !packager.defines(current)) {
            reason = "the bitmap announces it, but the packager does not define it";
        } else if (position >= bytes.length) {
            reason = "the message of " + Plural.of(bytes.length, "byte") + " ends before it";
        } else if (e instanceof StackOverflowError) {
            reason = "its parts are nested deeper than can be read";
        } else {
            reason = PartFailure.of(packager.reader(current), String.valueOf(current), bytes, position)
                    .orElseGet(() -> "its bytes do not fit " + format() + " (or the message ends inside it)");
        }
        return where + " at byte " + position + " of " + bytes.length + " cannot be read with packager "
                + packager.name() + ": " + reason;
    }

    private String format() {
        ISOFieldPackager format = current == 1 ? packager.bitmapPackager() : packager.reader(current);
        if (format instanceof ISOMsgFieldPackager composite) {
            format = composite.getISOFieldPackager();
        }
        format = GuardedPackager.unwrap(format);
        return format.getClass().getSimpleName() + " of length " + format.getLength();
    }
}
