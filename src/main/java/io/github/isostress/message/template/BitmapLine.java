package io.github.isostress.message.template;

import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The line of element 1: it asks for a second bitmap, or a third, even if that is empty. The bits follow from the
 * elements.
 */
public final class BitmapLine {
    /** As the first bitmap and then the second stand in a message without elements. */
    private static final String ANOTHER = "8000000000000000";

    private static final int BITMAP = 1;
    private static final int BITS = 64;

    private BitmapLine() {}

    /**
     * How many bitmaps the message has at least.
     *
     * @param lines those for element 1 or, wrongly, for parts of it
     * @throws BrokenRule if a line says something else, or the packager has fewer bitmaps
     */
    static int leastBitmaps(List<LineValue> lines, IsoPackager packager) {
        int most = most(packager);
        List<String> values = values(most);
        int least = 1;
        for (LineValue value : lines) {
            int at = value.line().path().isPart() || !value.isConstant() ? -1 : values.indexOf(value.evaluate());
            if (at < 0) {
                throw new BrokenRule(value.line(), rule(packager, values));
            }
            least = at + 2;
        }
        return least;
    }

    private static String rule(IsoPackager packager, List<String> values) {
        if (values.isEmpty()) {
            return "the bitmap follows from the elements, and packager " + packager.name() + " has only one";
        }
        return "the bitmap follows from the elements: only " + values.get(0)
                + ", for a second bitmap even if it is empty,"
                + (values.size() == 1 ? "" : " and " + values.get(1) + ", for a third one, too,")
                + " can be written here";
    }

    private static int most(IsoPackager packager) {
        int inARow = packager.bitmapForm().most();
        return packager.carriesThirdBitmapInElement() && inARow > 1 ? inARow + 1 : inARow;
    }

    private static List<String> values(int most) {
        List<String> values = new ArrayList<>();
        for (int count = 2; count <= most; count++) {
            values.add(ANOTHER.repeat(count - 1));
        }
        return values;
    }

    /**
     * The line's value for a message that has more bitmaps than its elements need.
     *
     * @return empty if it has no more, or if that cannot be said
     */
    public static Optional<String> value(DecodedMessage message) {
        IsoPackager packager = message.packager();
        if (!packager.hasBitmap()) {
            return Optional.empty();
        }
        int there = 0;
        int needed = 1;
        for (ElementRange range : message.ranges()) {
            if (range.element() == BITMAP) {
                there = packager.bitmapForm().count(range.end() - range.start());
            } else {
                needed = Math.max(needed, (range.element() + BITS - 1) / BITS);
            }
        }
        if (packager.carriesThirdBitmapInElement() && message.has(packager.getThirdBitmapField())) {
            there++;
        }
        return there > needed && there <= most(packager) ? Optional.of(ANOTHER.repeat(there - 1)) : Optional.empty();
    }
}
