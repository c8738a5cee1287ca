package io.github.isostress.message.describe;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.DescribedLines.Heading;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.masking.SecretParts;
import io.github.isostress.message.tlv.DataObjects;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;

/** A data element in words and, where it has them, its parts. Used by one thread. */
public final class ElementDescription {
    private final DecodedMessage message;
    private final int messageStart;
    private final DescribedLines lines;

    private ElementDescription(DecodedMessage message, int messageStart, DescribedLines lines) {
        this.message = message;
        this.messageStart = messageStart;
        this.lines = lines;
    }

    /**
     * Describes one.
     *
     * @param at its place among the elements of the message
     * @param messageStart the offset of the message in the frame
     * @param allowance of the frame
     */
    public static ElementDescription of(
            DecodedMessage message, int at, int messageStart, MaskingPolicy disclosure, PartAllowance allowance) {
        ElementDescription description =
                new ElementDescription(message, messageStart, new DescribedLines(disclosure, allowance));
        description.describe(at);
        return description;
    }

    /** The element and behind it its parts. */
    public List<DescribedElement> lines() {
        return lines.lines();
    }

    /** Whether what is shown of a value is not all of it. */
    boolean isMasked() {
        return lines.isMasked();
    }

    /** What is shown of an element or a part of one; empty if it is shown by its parts. */
    public Optional<String> shown(ElementPath path) {
        int at = 0;
        for (String part : path.parts()) {
            at = indexOfPart(at, part);
            if (at < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(lines().get(at).shown()).filter(shown -> !shown.isEmpty());
    }

    /** Data sets may be left out of a path. */
    private int indexOfPart(int whole, String part) {
        int direct = indexOfChild(whole, part);
        int depth = lines().get(whole).depth();
        for (int at = whole + 1; direct < 0 && at < lines().size(); at++) {
            DescribedElement line = lines().get(at);
            if (line.depth() <= depth) {
                return -1;
            }
            if (line.depth() == depth + 1 && line.name().equals(ObjectDescription.DATA_SET)) {
                direct = indexOfChild(at, part);
            }
        }
        return direct;
    }

    private int indexOfChild(int whole, String part) {
        int depth = lines().get(whole).depth();
        String number = "." + (part.matches("0+") ? "0" : StringUtils.stripStart(part, "0"));
        for (int at = whole + 1; at < lines().size() && lines().get(at).depth() > depth; at++) {
            DescribedElement line = lines().get(at);
            if (line.depth() == depth + 1
                    && (DecodedMessage.isTag(line.label(), part) || line.label().equals(number))) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the text of an element, mostly hex digits, is shown by the data sets in it. */
    static boolean holdsDataSets(IsoPackager packager, int element, String text) {
        return packager.masking().of(element) == Masking.SEARCHED
                && DataObjects.in(text.getBytes(ISOUtil.CHARSET))
                        .filter(DataObjects::inDataSets)
                        .isPresent();
    }

    private void describe(int at) {
        ElementIndex found = message.found();
        int element = found.number(at);
        IsoPackager packager = message.packager();
        Place place = new Place(messageStart + found.start(at), messageStart + found.end(at));
        Heading heading = new Heading(0, packager.label(element), packager.heading(element), place);
        boolean mayHoldObjects =
                packager.mayHoldDataObjects(element) && packager.masking().of(element) != Masking.HIDDEN;
        String text = mayHoldObjects ? null : found.text(at);
        if (text == null || holdsDataSets(packager, element, text)) {
            describe(heading, element, found.component(at), mayHoldObjects);
        } else {
            lines.text(heading, element, text, packager.masking().of(element));
        }
    }

    private void describe(Heading heading, int element, ISOComponent component, boolean mayHoldObjects) {
        IsoPackager packager = message.packager();
        Masking masking = packager.masking().of(element);
        SecretParts secret = packager.masking().listedParts(element);
        Place place = new Place(
                heading.place().start() - messageStart, heading.place().end() - messageStart);
        DataObjects objects = ObjectDescription.shownBy(component, mayHoldObjects, masking);
        if (!objects.isEmpty()) {
            lines.byParts(heading);
            int origin = objects.origin(message.bytes(), place.end());
            new ObjectDescription(lines, secret).objects(1, objects, origin < 0 ? -1 : messageStart + origin);
        } else if (component instanceof ISOMsg composite) {
            PartPlaces places =
                    PartPlaces.of(composite, packager.reader(element), message.bytes(), place, messageStart);
            new CompositeDescription(lines, places, message.bytes(), messageStart)
                    .composite(heading, composite, masking, secret);
        } else if (mayHoldObjects) {
            new ObjectDescription(lines, secret).damaged(heading, component);
        } else {
            lines.whole(heading, element, component, masking);
        }
    }
}
