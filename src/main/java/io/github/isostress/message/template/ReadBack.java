package io.github.isostress.message.template;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/**
 * Reads a message back with the packager that packed it: each element must stand where it was put, with the parts that
 * were put into it, and nothing may be left over. jPOS packs some messages that it cannot read, such as those with a
 * second bitmap behind an IFB_BITMAP of 8 bytes. For one message.
 */
final class ReadBack {
    private static final int BITMAP = 1;
    private static final int SECOND_BITMAP_END = 128;
    /** More bytes than any bitmap or length prefix takes. */
    private static final int BEHIND = 256;

    private final IsoPackager packager;
    private final List<ElementRange> written;
    private final Map<Integer, ISOMsg> parts;
    private final Lines lines;

    /** Knows which line of a template to name for an element. */
    @FunctionalInterface
    interface Lines {
        /** What is wrong with an element, at its line. */
        TemplateProblem problem(int element, String rule);
    }

    /**
     * Expects these elements.
     *
     * @param written where each element was put, in the order of the bytes
     * @param parts what was put into the elements that were given part by part
     */
    ReadBack(IsoPackager packager, List<ElementRange> written, Map<Integer, ISOMsg> parts, Lines lines) {
        this.packager = packager;
        this.written = written;
        this.parts = parts;
        this.lines = lines;
    }

    /** The first element that does not come back, and what is read in its place. */
    Optional<TemplateProblem> problem(byte[] message) {
        return problem(message, 0);
    }

    /**
     * As {@link #problem}, for a message without its variable elements. Some field packagers read to the message's end
     * or want more bytes than they need, so one of two attempts must succeed: alone, or with zeros behind.
     */
    Optional<TemplateProblem> problemOfPart(byte[] message) {
        Optional<TemplateProblem> alone = problem(message);
        return alone.isPresent()
                        && problem(Arrays.copyOf(message, message.length + BEHIND), BEHIND)
                                .isEmpty()
                ? Optional.empty()
                : alone;
    }

    private Optional<TemplateProblem> problem(byte[] message, int behind) {
        DecodedMessage read;
        Optional<String> end = Optional.empty();
        try {
            read = new MessageDecoder(packager).decode(message);
        } catch (FailureException e) {
            read = new MessageDecoder(packager).decodeStart(message);
            end = Optional.of(e.getMessage());
        }
        DecodedMessage back = read;
        Optional<String> broken = end;
        return unannounced(back.index())
                .or(() -> misplaced(back.index(), broken))
                .or(() -> leftOver(back, broken, behind))
                .or(() -> differentPart(back.index()));
    }

    private Optional<TemplateProblem> unannounced(ElementIndex read) {
        int at = 0;
        while (at < read.count() && !read.isBitmap(at)) {
            at++;
        }
        if (at == read.count()) {
            return Optional.empty();
        }
        BitSet announced = bits(read, at);
        // The third bitmap, where a data element carries it, is not among the bits of the first.
        int last = packager.carriesThirdBitmapInElement() ? SECOND_BITMAP_END : Integer.MAX_VALUE;
        String rule = unannounced(length(written.get(at)), length(read.range(at)));
        return written.stream()
                .map(ElementRange::element)
                .filter(element -> element > BITMAP && element <= last && !announced.get(element))
                .findFirst()
                .map(element -> lines.problem(element, rule));
    }

    private static BitSet bits(ElementIndex read, int at) {
        try {
            return (BitSet) read.component(at).getValue();
        } catch (ISOException e) {
            throw new IllegalStateException("the bitmap was readable", e);
        }
    }

    private String unannounced(int packed, int readBack) {
        String bitmap = packager.bitmapPackager().getClass().getSimpleName() + " of length "
                + packager.bitmapPackager().getLength();
        return "packager " + packager.name() + " cannot announce it: its bitmap, " + bitmap
                + (packed == readBack
                        ? ", does not have it when it is read back"
                        : ", is packed in " + Plural.of(packed, "byte") + " and read back in " + readBack);
    }

    private Optional<TemplateProblem> misplaced(ElementIndex found, Optional<String> end) {
        for (int at = 0; at < written.size(); at++) {
            ElementRange there = written.get(at);
            if (at == found.count()) {
                return Optional.of(lines.problem(there.element(), unread(there.element(), end)));
            }
            if (!found.range(at).equals(there)) {
                return Optional.of(lines.problem(there.element(), other(there, found.range(at))));
            }
        }
        return Optional.empty();
    }

    private Optional<TemplateProblem> leftOver(DecodedMessage read, Optional<String> end, int behind) {
        String rule = null;
        if (read.index().count() > written.size()) {
            rule = "packager " + packager.name() + " reads element "
                    + read.index().number(written.size()) + " behind it, which was not packed";
        } else if (end.isPresent()) {
            rule = notBack() + end.get();
        } else if (read.trailingBytes() > behind) {
            rule = Plural.of(read.trailingBytes() - behind, "byte is", "bytes are")
                    + " left over behind it when packager " + packager.name() + " reads the message back";
        }
        int last = written.get(written.size() - 1).element();
        return Optional.ofNullable(rule).map(broken -> lines.problem(last, broken));
    }

    private String unread(int element, Optional<String> end) {
        ISOMsg given = parts.get(element);
        String why = given == null
                ? null
                : PartsReadBack.bitmapTaken(packager, element, given).orElse(null);
        return why == null ? notBack() + end.orElse("it is not there") : why;
    }

    private String notBack() {
        return "packager " + packager.name() + " cannot read back what it packs: ";
    }

    private String other(ElementRange there, ElementRange found) {
        if (found.element() != there.element()) {
            return "packager " + packager.name() + " reads element " + found.element() + " in its place";
        }
        String what = there.element() == BITMAP && packager.hasBitmap() ? "the bitmap is" : "is";
        return what + " packed in " + Plural.of(length(there), "byte") + ", and packager " + packager.name()
                + " reads back " + length(found) + " of the message";
    }

    private static int length(ElementRange range) {
        return range.end() - range.start();
    }

    private Optional<TemplateProblem> differentPart(ElementIndex read) {
        return parts.entrySet().stream()
                .filter(given -> read.indexOf(given.getKey()) >= 0)
                .flatMap(given -> differentPart(given.getKey(), given.getValue(), read).stream())
                .findFirst();
    }

    private Optional<TemplateProblem> differentPart(int element, ISOMsg given, ElementIndex read) {
        return PartsReadBack.difference(packager, given, read.component(read.indexOf(element)))
                .map(rule -> lines.problem(element, rule));
    }
}
