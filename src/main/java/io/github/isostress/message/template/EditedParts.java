package io.github.isostress.message.template;

import io.github.isostress.message.BitmapForm;
import io.github.isostress.message.codec.PartFormat;
import io.github.isostress.message.codec.PartSpans.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.tlv.ISOTaggedField;

/**
 * The parts of an element in the order of their bytes. Some are replaced, added or removed; the others keep every byte.
 * For one message and one thread.
 */
final class EditedParts {
    private static final int BITMAP = -1;

    private final List<Piece> pieces;
    private final byte[] rest;
    private final BitSet numbersBefore;

    /**
     * A part.
     *
     * @param number a sub-element's number, {@link #BITMAP} for their bitmap
     * @param tag the tag of a part of a tagged sequence, else null
     */
    private record Piece(int number, String tag, byte[] bytes) {
        boolean isOf(PartFormat part) {
            return part.isTagged() ? part.tag().equals(tag) : tag == null && number == part.number();
        }
    }

    private EditedParts(List<Piece> pieces, byte[] rest) {
        this.pieces = pieces;
        this.rest = rest;
        this.numbersBefore = numbers(pieces);
    }

    private static BitSet numbers(List<Piece> pieces) {
        BitSet numbers = new BitSet();
        pieces.stream().mapToInt(Piece::number).filter(number -> number > 0).forEach(numbers::set);
        return numbers;
    }

    /** No parts, to which some will be added. */
    static EditedParts none() {
        return new EditedParts(new ArrayList<>(), new byte[0]);
    }

    /**
     * The parts of a captured element.
     *
     * @param rest what stands behind the last of them
     */
    static EditedParts of(List<Span> spans, byte[] content, byte[] rest) {
        List<Piece> pieces = new ArrayList<>();
        for (Span span : spans) {
            ISOComponent part = span.part();
            String tag = part instanceof ISOTaggedField tagged ? tagged.getTag() : null;
            pieces.add(new Piece(
                    (Integer) part.getFieldNumber(), tag, Arrays.copyOfRange(content, span.start(), span.end())));
        }
        return new EditedParts(pieces, rest);
    }

    /** Gives a part these bytes, or removes it if they are null. */
    void set(PartFormat part, byte[] bytes) {
        int at = 0;
        while (at < pieces.size() && !pieces.get(at).isOf(part)) {
            at++;
        }
        boolean present = at < pieces.size();
        if (bytes == null) {
            if (present) {
                pieces.remove(at);
            }
            return;
        }
        Piece piece = new Piece(part.number(), part.tag(), bytes);
        if (present) {
            pieces.set(at, piece);
        } else {
            pieces.add(placeFor(part), piece);
        }
    }

    /** Where a new part goes: by its number if the others are in that order, else last, as does a tagged one. */
    private int placeFor(PartFormat part) {
        int last = BITMAP;
        int place = pieces.size();
        for (int at = pieces.size() - 1; at >= 0; at--) {
            Piece piece = pieces.get(at);
            if (!part.isTagged() && (piece.tag() != null || piece.number() > part.number())) {
                place = at;
            }
        }
        for (Piece piece : pieces) {
            if (piece.tag() == null && piece.number() != BITMAP && piece.number() < last && !part.isTagged()) {
                return pieces.size();
            }
            last = piece.number() == BITMAP ? last : piece.number();
        }
        return place;
    }

    /** Whether no part is left, and nothing behind them. */
    boolean isEmpty() {
        return rest.length == 0 && pieces.stream().allMatch(piece -> piece.number() == BITMAP);
    }

    /**
     * Updates the bitmap of the parts, if they have one. It keeps its bytes if no part was added or removed.
     *
     * @param captured the parts' bitmap as it was read; null if there is none
     */
    void announce(ISOBitMap captured, ISOFieldPackager format) throws ISOException {
        if (captured == null) {
            return;
        }
        BitSet before = (BitSet) captured.getValue();
        BitSet after = (BitSet) before.clone();
        after.andNot(numbersBefore);
        after.or(numbers(pieces));
        if (!after.equals(before)) {
            pieces.replaceAll(piece -> piece.number() == BITMAP
                    ? new Piece(BITMAP, null, new BitmapForm(format).rewrite(after, 0, piece.bytes()))
                    : piece);
        }
    }

    /** All of them as bytes, with what stands behind them. */
    byte[] content() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        pieces.forEach(piece -> content.writeBytes(piece.bytes()));
        content.writeBytes(rest);
        return content.toByteArray();
    }
}
