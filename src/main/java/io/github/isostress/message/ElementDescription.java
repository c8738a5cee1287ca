package io.github.isostress.message;

import io.github.isostress.vocabulary.EmvTags;
import io.github.isostress.vocabulary.ProcessingCodes;
import io.github.isostress.vocabulary.ResponseCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.jpos.tlv.ISOTaggedField;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/** A data element in words and, where it has them, its parts. Used by one thread. */
final class ElementDescription {
    private static final int PROCESSING_CODE = 3;
    private static final int RESPONSE_CODE = 39;
    private static final int IC_CARD_DATA = 55;
    private static final String DATA_SET = "Data set";

    /** What an element or a part of one is called and where it stands. */
    private record Heading(int depth, String label, String name, Place place) {
        DescribedElement shown(String value, String meaning) {
            return new DescribedElement(depth, label, name, value, meaning, place.start(), place.end());
        }
    }

    private final List<DescribedElement> lines = new ArrayList<>(1);
    private final DecodedMessage message;
    private final int messageStart;
    private final Disclosure disclosure;
    private boolean masked;

    private ElementDescription(DecodedMessage message, int messageStart, Disclosure disclosure) {
        this.message = message;
        this.messageStart = messageStart;
        this.disclosure = disclosure;
    }

    /**
     * Describes one.
     *
     * @param at its place among the elements of the message
     * @param messageStart the offset of the message in the frame
     */
    static ElementDescription of(DecodedMessage message, int at, int messageStart, Disclosure disclosure) {
        ElementDescription description = new ElementDescription(message, messageStart, disclosure);
        description.describe(at);
        return description;
    }

    /** The element and behind it its parts. */
    List<DescribedElement> lines() {
        return lines;
    }

    /** Whether what is shown of a value is not all of it. */
    boolean isMasked() {
        return masked;
    }

    /** What is shown of an element or a part of one; empty if it is shown by its parts. */
    Optional<String> shown(ElementPath path) {
        int at = 0;
        for (String part : path.parts()) {
            at = indexOfPart(at, part);
            if (at < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(lines.get(at).shown()).filter(shown -> !shown.isEmpty());
    }

    /** Data sets may be left out of a path. */
    private int indexOfPart(int whole, String part) {
        int direct = indexOfChild(whole, part);
        for (int at = whole + 1; direct < 0 && at < lines.size(); at++) {
            if (lines.get(at).depth() <= lines.get(whole).depth()) {
                return -1;
            }
            if (isDataSet(whole, lines.get(at))) {
                direct = indexOfChild(at, part);
            }
        }
        return direct;
    }

    private boolean isDataSet(int whole, DescribedElement line) {
        return line.depth() == lines.get(whole).depth() + 1 && line.name().equals(DATA_SET);
    }

    private int indexOfChild(int whole, String part) {
        int depth = lines.get(whole).depth();
        String number = "." + StringUtils.stripStart(part, "0");
        for (int at = whole + 1; at < lines.size() && lines.get(at).depth() > depth; at++) {
            DescribedElement line = lines.get(at);
            if (line.depth() == depth + 1
                    && (line.label().equals(part) || line.label().equals(number))) {
                return at;
            }
        }
        return -1;
    }

    /** Whether it may be shown by the BER-TLV data objects in it. */
    static boolean mayHoldObjects(IsoPackager packager, int element) {
        return element == IC_CARD_DATA || packager.holdsDataObjects(element);
    }

    /** Whether the text of an element, mostly hex digits, is shown by the data sets in it. */
    static boolean holdsDataSets(IsoPackager packager, int element, String text) {
        return packager.masking(element) == Masking.SEARCHED
                && DataObjects.in(text.getBytes(ISOUtil.CHARSET))
                        .filter(DataObjects::inDataSets)
                        .isPresent();
    }

    private void describe(int at) {
        FoundElements found = message.found();
        int element = found.number(at);
        IsoPackager packager = message.packager();
        Place place = new Place(messageStart + found.start(at), messageStart + found.end(at));
        Heading heading = new Heading(0, packager.label(element), packager.heading(element), place);
        boolean mayHoldObjects = mayHoldObjects(packager, element);
        String text = mayHoldObjects ? null : found.text(at);
        text = text != null && holdsDataSets(packager, element, text) ? null : text;
        if (text == null) {
            describe(heading, element, found.component(at), mayHoldObjects, new Place(found.start(at), found.end(at)));
        } else {
            text(heading, element, text, packager.masking(element));
        }
    }

    private void describe(
            Heading heading, int element, ISOComponent component, boolean mayHoldObjects, Place inMessage) {
        IsoPackager packager = message.packager();
        DataObjects card = objects(component, mayHoldObjects, packager.masking(element));
        if (!card.isEmpty()) {
            byParts(heading);
            int origin = card.origin(message.bytes(), inMessage.end());
            int inFrame = origin < 0 ? -1 : messageStart + origin;
            card.objects()
                    .forEach(
                            object -> object(1, object, inFrame, card.encoding().width()));
        } else if (component instanceof ISOMsg composite) {
            PartPlaces places =
                    PartPlaces.of(composite, packager.reader(element), message.bytes(), inMessage, messageStart);
            composite(heading, composite, packager.masking(element), places);
        } else {
            whole(heading, element, component, packager.masking(element));
        }
    }

    private static DataObjects objects(ISOComponent component, boolean mayHoldObjects, Masking masking) {
        if (component instanceof ISOMsg || !mayHoldObjects && masking != Masking.SEARCHED) {
            return DataObjects.NONE;
        }
        DataObjects found = DataObjects.of(component);
        return mayHoldObjects || found.inDataSets() ? found : DataObjects.NONE;
    }

    private void byParts(Heading heading) {
        lines.add(heading.shown("", ""));
    }

    private void composite(Heading heading, ISOMsg composite, Masking masking, PartPlaces places) {
        byParts(heading);
        for (Object child : composite.getChildren().values()) {
            ISOComponent part = (ISOComponent) child;
            if (part instanceof ISOTaggedField tagged) {
                tagged(heading.depth + 1, tagged, composite, places);
            } else if (part.getFieldNumber() >= 0) {
                part(heading.depth + 1, part, composite, masking, places);
            }
        }
    }

    private void tagged(int depth, ISOTaggedField part, ISOMsg composite, PartPlaces places) {
        String tag = Printable.orHex(part.getTag()).strip();
        String name = composite.getPackager() instanceof BERTLVPackager
                ? EmvTags.name(tag).orElse("")
                : "";
        whole(new Heading(depth, tag, name, places.of(part)), -1, part, Masking.ofTag(part.getTag()));
    }

    private void part(int depth, ISOComponent part, ISOMsg composite, Masking whole, PartPlaces places) {
        String name = partName(composite, part.getFieldNumber());
        Masking masking = Masking.ofPart(whole, name);
        Heading heading = new Heading(depth, "." + part.getFieldNumber(), name, places.of(part));
        if (part instanceof ISOMsg inner) {
            composite(heading, inner, masking, places);
        } else {
            whole(heading, -1, part, masking);
        }
    }

    private static String partName(ISOMsg composite, int number) {
        ISOFieldPackager format =
                composite.getPackager() instanceof ISOBasePackager inner ? inner.getFieldPackager(number) : null;
        return format == null ? "" : Printable.oneLine(StringUtils.defaultString(format.getDescription()));
    }

    private void whole(Heading heading, int element, ISOComponent component, Masking masking) {
        try {
            Object value = component.getValue();
            String text = value instanceof byte[] ? null : String.valueOf(value);
            if (text != null && (value instanceof String || StringUtils.isAsciiPrintable(text))) {
                text(heading, element, text, masking);
            } else {
                bytes(heading, ElementFormat.bytesOf(component), masking);
            }
        } catch (ISOException e) {
            masked = true;
            lines.add(heading.shown("(cannot be shown)", ""));
        }
    }

    /** A text that holds other than printable characters is shown in hex digits. */
    private void text(Heading heading, int element, String text, Masking masking) {
        if (!StringUtils.isAsciiPrintable(text)) {
            bytes(heading, text.getBytes(ISOUtil.CHARSET), masking);
            return;
        }
        String shown = disclosure.of(masking).mask(text);
        boolean open = shown.equals(text);
        masked |= !open;
        lines.add(heading.shown(shown, open ? meaning(element, text) : ""));
    }

    /** Whether what is shown of a text by a rule is not all of it. */
    static boolean isMasked(Masking masking, String text) {
        return StringUtils.isAsciiPrintable(text)
                ? !masking.mask(text).equals(text)
                : masking.mask(text.getBytes(ISOUtil.CHARSET)).indexOf('*') >= 0;
    }

    private static String meaning(int element, String value) {
        return switch (element) {
            case PROCESSING_CODE -> ProcessingCodes.meaning(value).orElse("");
            case RESPONSE_CODE -> ResponseCodes.meaning(value.strip()).orElse("");
            default -> "";
        };
    }

    private void bytes(Heading heading, byte[] bytes, Masking masking) {
        String shown = disclosure.of(masking).mask(bytes);
        masked |= shown.indexOf('*') >= 0;
        lines.add(heading.shown(shown, ""));
    }

    /**
     * A data object and those inside it.
     *
     * @param origin the offset in the frame from which the objects' own are counted; -1 if not known
     * @param width how many bytes of the frame each of its bytes takes
     */
    private void object(int depth, DataObject object, int origin, int width) {
        Place place =
                origin < 0 ? Place.UNKNOWN : new Place(origin + width * object.start(), origin + width * object.end());
        String name = object.isDataSet() ? DATA_SET : EmvTags.name(object.tag()).orElse("");
        Heading heading = new Heading(depth, object.tag(), name, place);
        List<DataObject> inner = object.inner();
        if (inner.isEmpty()) {
            bytes(heading, object.value(), Masking.ofTag(object.tag()));
        } else {
            byParts(heading);
            inner.forEach(part -> object(depth + 1, part, origin, width));
        }
    }
}
