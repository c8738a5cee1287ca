package io.github.isostress.message.describe;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.masking.SecretParts;
import io.github.isostress.message.tlv.DataObjects;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;

/**
 * Describes data elements of one message: as one value, by numbered or tagged parts ({@link PartDescriber}) or by
 * BER-TLV data objects ({@link ObjectDescriber}). Used by one thread.
 *
 * @param messageStart the offset of the message in the frame
 */
record ElementDescriber(DecodedMessage message, int messageStart, MaskingPolicy policy) {
    /**
     * Describes one element.
     *
     * @param at its place among the elements of the message
     * @param allowance of the frame
     */
    ElementDescription describe(int at, PartAllowance allowance) {
        ElementLines lines = new ElementLines(policy, allowance);
        ElementIndex elements = message.index();
        int element = elements.number(at);
        IsoPackager packager = message.packager();
        Place place = new Place(messageStart + elements.start(at), messageStart + elements.end(at));
        ElementHeading heading = new ElementHeading(0, packager.label(element), packager.heading(element), place);
        boolean mayHoldObjects =
                packager.mayHoldDataObjects(element) && packager.masking().of(element) != Masking.HIDDEN;
        String text = mayHoldObjects ? null : elements.text(at);
        if (text == null || holdsDataSets(packager, element, text)) {
            describe(lines, heading, element, elements.component(at), mayHoldObjects);
        } else {
            lines.addText(heading, element, text, packager.masking().of(element));
        }
        return lines.description();
    }

    /** Whether the text of an element, mostly hex digits, is shown by the data sets in it. */
    static boolean holdsDataSets(IsoPackager packager, int element, String text) {
        return packager.masking().of(element) == Masking.SEARCHED
                && DataObjects.in(text.getBytes(ISOUtil.CHARSET))
                        .filter(DataObjects::inDataSets)
                        .isPresent();
    }

    private void describe(
            ElementLines lines, ElementHeading heading, int element, ISOComponent component, boolean mayHoldObjects) {
        IsoPackager packager = message.packager();
        Masking masking = packager.masking().of(element);
        SecretParts secret = packager.masking().listedParts(element);
        Place place = new Place(
                heading.place().start() - messageStart, heading.place().end() - messageStart);
        DataObjects objects = ObjectDescriber.shownBy(component, mayHoldObjects, masking);
        if (!objects.isEmpty()) {
            lines.addWhole(heading);
            int origin = objects.origin(message.bytes(), place.end());
            new ObjectDescriber(lines, secret).describe(1, objects, origin < 0 ? -1 : messageStart + origin);
        } else if (component instanceof ISOMsg composite) {
            PartPlaces places =
                    PartPlaces.of(composite, packager.reader(element), message.bytes(), place, messageStart);
            new PartDescriber(lines, places, message.bytes(), messageStart)
                    .describe(heading, composite, masking, secret);
        } else if (mayHoldObjects) {
            new ObjectDescriber(lines, secret).describeDamaged(heading, component);
        } else {
            lines.addComponent(heading, element, component, masking);
        }
    }
}
