package io.github.isostress.message.template;

import io.github.isostress.message.BitmapForm;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Joins elements to the layout of a message: header, MTI, the bitmap that follows from them, elements. For one layout.
 */
final class MessageAssembler {
    private static final int SECOND_BITMAP_END = 128;
    private static final int THIRD_BITMAP_END = 192;
    private static final int EXTENSION_BIT = 65;
    private static final int BITMAPS_WITH_CARRIER = 3;
    private static final int BITMAP = 1;
    private static final byte[] VARIABLE = {};

    private final IsoPackager packager;
    private final VariableElement[] variables;
    private final byte[][] packed;
    private final BitSet present = new BitSet(THIRD_BITMAP_END + 1);
    private final byte[][] runs;
    private final ByteArrayOutputStream run = new ByteArrayOutputStream();
    private final List<MessageLayout.Place> places = new ArrayList<>();
    private final int leastBitmaps;
    private byte[] header = {};
    private byte[] capturedBitmap = {};
    private BitSet capturedElements = new BitSet();

    /**
     * An assembler.
     *
     * @param variables the template's variable elements in the order of their numbers
     * @param leastBitmaps how many bitmaps of 64 bits the message has at least, even if the last of them are empty
     */
    MessageAssembler(IsoPackager packager, VariableElement[] variables, int leastBitmaps) {
        this.packager = packager;
        this.variables = variables;
        this.leastBitmaps = leastBitmaps;
        this.runs = new byte[variables.length][];
        this.packed = new byte[packager.highestElement() + 1][];
    }

    /** Begins with all a captured message holds, byte for byte. */
    void start(DecodedMessage captured) {
        byte[] bytes = captured.bytes();
        header = Arrays.copyOf(bytes, captured.headerLength());
        for (ElementRange range : captured.ranges()) {
            byte[] piece = Arrays.copyOfRange(bytes, range.start(), range.end());
            if (range.element() != BITMAP || !packager.hasBitmap()) {
                set(range.element(), piece);
            } else {
                capturedBitmap = piece;
            }
        }
        capturedElements = (BitSet) present.clone();
    }

    /** Gives a variable element its place, or leaves it out. */
    void set(VariableElement element, boolean isPresent) {
        set(element.number(), isPresent ? VARIABLE : null);
    }

    /** Sets an element to its packed form, or leaves it out if that is null. */
    void set(int element, byte[] bytes) {
        packed[element] = bytes;
        if (element > 0) {
            present.set(element, bytes != null);
        }
    }

    /**
     * The whole message but for its variable elements.
     *
     * @throws IllegalArgumentException if it has no elements, and so no bitmap
     */
    MessageLayout layout() {
        if (present.isEmpty()) {
            throw new IllegalArgumentException("the message has no element besides its MTI");
        }
        byte[] bitmap = packager.hasBitmap() ? bitmap() : null;
        run.writeBytes(header);
        if (packed[0] != null) {
            add(0, packed[0]);
        }
        if (bitmap != null) {
            add(BITMAP, bitmap);
        }
        present.stream().forEach(element -> add(element, packed[element]));
        return new MessageLayout(variables, runs, run.toByteArray(), List.copyOf(places), header.length);
    }

    /** Which elements the message has, the MTI left out. */
    BitSet elements() {
        return (BitSet) present.clone();
    }

    private void add(int element, byte[] bytes) {
        VariableElement variable = bytes == VARIABLE ? endRun(element) : null;
        places.add(new MessageLayout.Place(element, bytes.length, variable));
        run.writeBytes(bytes);
    }

    private VariableElement endRun(int element) {
        int i = 0;
        while (variables[i].number() != element) {
            i++;
        }
        runs[i] = run.toByteArray();
        run.reset();
        return variables[i];
    }

    /** Of a captured message, as it was if the same elements are present; else only its bits change. */
    private byte[] bitmap() {
        BitmapForm form = packager.bitmapForm();
        if (present.equals(capturedElements) && form.count(capturedBitmap.length) >= leastBitmaps) {
            return capturedBitmap;
        }
        if (!packager.carriesThirdBitmapInElement()) {
            return form.rewrite(present, leastBitmaps, capturedBitmap);
        }
        int carrier = packager.getThirdBitmapField();
        BitSet third = present.get(SECOND_BITMAP_END, THIRD_BITMAP_END + 1);
        third.clear(0);
        set(carrier, thirdBitmap(third, carrier));
        BitSet firstAndSecond = present.get(0, SECOND_BITMAP_END + 1);
        if (packed[carrier] != null && carrier != EXTENSION_BIT) {
            firstAndSecond.set(EXTENSION_BIT, packed[EXTENSION_BIT] != null);
        }
        return form.rewrite(firstAndSecond, Math.min(leastBitmaps, BITMAPS_WITH_CARRIER - 1), capturedBitmap);
    }

    private byte[] thirdBitmap(BitSet bits, int carrier) {
        BitmapForm form = packager.thirdBitmapForm();
        if (packed[carrier] != null) {
            return form.rewrite(bits, 1, packed[carrier]);
        }
        return bits.isEmpty() && leastBitmaps < BITMAPS_WITH_CARRIER ? null : form.write(bits, 1);
    }
}
