package io.github.isostress.message.describe;

import io.github.isostress.message.Printable;
import io.github.isostress.message.codec.ObjectsAsBytesPackager;
import io.github.isostress.message.codec.SubPackager;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.masking.SecretParts;
import io.github.isostress.message.tlv.DataObjects;
import io.github.isostress.vocabulary.EmvTags;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.ISOTaggedField;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/**
 * Describes numbered and tagged parts of an element. Used by one thread.
 *
 * @param lines gets a line for each
 * @param places where the parts stand in the frame
 * @param message the message's bytes
 * @param messageStart its offset in the frame
 */
record PartDescriber(ElementLines lines, PartPlaces places, byte[] message, int messageStart) {
    /** Describes an element, or a part of one, that is made of parts. */
    void describe(ElementHeading heading, ISOMsg composite, Masking masking, SecretParts secret) {
        if (heading.depth() >= ElementLines.DEEPEST) {
            describeInDigits(heading, composite, masking, secret);
            return;
        }
        lines.addWhole(heading);
        Optional<SubPackager> packager = SubPackager.of(composite);
        for (Object child : composite.getChildren().values()) {
            ISOComponent part = (ISOComponent) child;
            if (part instanceof ISOTaggedField tagged) {
                describeTagged(heading.depth() + 1, tagged, packager, masking, secret);
            } else if (part.getFieldNumber() >= 0) {
                describeNumbered(heading.depth() + 1, part, composite, masking, secret);
            }
        }
    }

    /** Parts that are nested too deep for lines are hidden together if one of them is. */
    private void describeInDigits(ElementHeading heading, ISOMsg composite, Masking masking, SecretParts secret) {
        ElementLines unseen = new ElementLines(lines.policy(), PartAllowance.none());
        new PartDescriber(unseen, places, message, messageStart)
                .describe(new ElementHeading(0, "", "", heading.place()), composite, masking, secret);
        try {
            byte[] bytes = heading.place() == Place.UNKNOWN ? composite.pack() : at(heading.place());
            lines.addBytes(heading, bytes, unseen.isMasked() ? Masking.HIDDEN : masking);
        } catch (ISOException e) {
            lines.addUnreadable(heading);
        }
    }

    private byte[] at(Place place) {
        return Arrays.copyOfRange(message, place.start() - messageStart, place.end() - messageStart);
    }

    private void describeTagged(
            int depth, ISOTaggedField part, Optional<SubPackager> packager, Masking whole, SecretParts secret) {
        String tag = Printable.orHex(part.getTag()).strip();
        boolean dataObjects = packager.isPresent() && packager.get().parts() instanceof BERTLVPackager;
        String name = dataObjects
                ? EmvTags.name(tag).orElse("")
                : Printable.oneLine(
                        packager.map(parts -> parts.nameOf(part.getTag())).orElse(""));
        ElementHeading heading = new ElementHeading(depth, tag, name, places.of(part));
        SecretParts listed = secret.tag(tag);
        Masking byTag = whole == Masking.HIDDEN ? Masking.HIDDEN : listed.ofWhole(Masking.ofTag(part.getTag()));
        Masking masking = byTag == Masking.SEARCHED && !dataObjects ? Masking.ofPart(whole.ifAmbiguous(), name) : byTag;
        if (part.getComposite() instanceof ISOMsg inner && masking == Masking.SEARCHED) {
            describe(heading, inner, masking, listed);
        } else {
            lines.addComponent(heading, ElementLines.PART, part, masking);
        }
    }

    private void describeNumbered(int depth, ISOComponent part, ISOMsg composite, Masking whole, SecretParts secret) {
        SecretParts listed = secret.part(part.getFieldNumber());
        ISOFieldPackager format = format(composite, part.getFieldNumber());
        String name = format == null ? "" : Printable.oneLine(StringUtils.defaultString(format.getDescription()));
        Masking masking = listed.ofWhole(Masking.ofPart(whole, name));
        Place place = places.of(part);
        ElementHeading heading = new ElementHeading(depth, "." + part.getFieldNumber(), name, place);
        if (part instanceof ISOMsg inner) {
            describe(heading, inner, masking, listed);
            return;
        }
        boolean mayHoldObjects = masking != Masking.HIDDEN && ObjectsAsBytesPackager.holdsDataObjects(format);
        DataObjects objects = ObjectDescriber.shownBy(part, mayHoldObjects, masking);
        if (!objects.isEmpty()) {
            lines.addWhole(heading);
            int origin = objects.origin(message, place.end() - messageStart);
            new ObjectDescriber(lines, listed).describe(depth + 1, objects, origin < 0 ? -1 : messageStart + origin);
        } else if (mayHoldObjects) {
            new ObjectDescriber(lines, listed).describeDamaged(heading, part);
        } else {
            lines.addComponent(heading, ElementLines.PART, part, listed.of(masking));
        }
    }

    private static ISOFieldPackager format(ISOMsg composite, int number) {
        return composite.getPackager() instanceof ISOBasePackager inner ? inner.getFieldPackager(number) : null;
    }
}
