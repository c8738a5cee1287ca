package io.github.isostress.message.describe;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.masking.SecretObjects;
import io.github.isostress.message.masking.SecretParts;
import io.github.isostress.message.tlv.DataObject;
import io.github.isostress.message.tlv.DataObjects;
import io.github.isostress.vocabulary.EmvTags;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;

/**
 * Describes the BER-TLV data objects of an element, or what an element holds in their place. Used by one thread.
 *
 * @param lines gets a line for each
 * @param secret what of the element a user has listed
 */
record ObjectDescriber(ElementLines lines, SecretParts secret) {
    /** What a data set is called. */
    static final String DATA_SET = "Data set";

    /**
     * Describes objects and those inside them.
     *
     * @param depth of the outermost
     * @param origin the offset in the frame from which the objects' own are counted; -1 if not known
     */
    void describe(int depth, DataObjects objects, int origin) {
        int width = objects.encoding().width();
        objects.objects().forEach(object -> describe(depth, object, secret, origin, width));
    }

    private void describe(int depth, DataObject object, SecretParts outer, int origin, int width) {
        SecretParts listed = outer.tag(object.tag());
        Place place =
                origin < 0 ? Place.UNKNOWN : new Place(origin + width * object.start(), origin + width * object.end());
        String name = object.isDataSet() ? DATA_SET : EmvTags.name(object.tag()).orElse("");
        ElementHeading heading = new ElementHeading(depth, object.tag(), name, place);
        Masking masking = listed.ofWhole(object.isDataSet() ? Masking.SEARCHED : Masking.ofTag(object.tag()));
        List<DataObject> inner =
                depth < ElementLines.DEEPEST && masking == Masking.SEARCHED ? object.inner() : List.of();
        if (!inner.isEmpty()) {
            lines.addWhole(heading);
            inner.forEach(part -> describe(depth + 1, part, listed, origin, width));
        } else if (masking == Masking.SEARCHED && object.form() != DataObject.Form.PRIMITIVE && object.length() > 0) {
            bytesWithObjects(heading, object.value(), listed);
        } else {
            lines.addBytes(heading, object.value(), masking);
        }
    }

    /** Describes an element that should hold data objects and does not. */
    void describeDamaged(ElementHeading heading, ISOComponent component) {
        try {
            byte[] sent = ElementFormat.bytesOf(component);
            if (!secret.isNone()) {
                lines.addBytes(heading, sent, Masking.HIDDEN);
                return;
            }
            String text = new String(sent, ISOUtil.CHARSET);
            if (component.getValue() instanceof String && StringUtils.isAsciiPrintable(text)) {
                String shown = lines.policy().of(Masking.SEARCHED).mask(text);
                lines.add(heading, text, Masking.hide(shown, secrets(sent)), "");
            } else {
                bytesWithObjects(heading, sent, SecretParts.NONE);
            }
        } catch (ISOException e) {
            lines.addUnreadable(heading);
        }
    }

    private void bytesWithObjects(ElementHeading heading, byte[] bytes, SecretParts listed) {
        if (!listed.isNone()) {
            lines.addBytes(heading, bytes, Masking.HIDDEN);
            return;
        }
        String shown = lines.policy().of(Masking.SEARCHED).mask(bytes);
        lines.add(heading, Masking.PLAIN.mask(bytes), Masking.hideBytes(shown, secrets(bytes)), "");
    }

    private BitSet secrets(byte[] sent) {
        return lines.policy() == MaskingPolicy.WHOLE ? new BitSet() : SecretObjects.inObjects(sent);
    }

    /**
     * The BER-TLV data objects by which a value is shown. A value that is not meant for them may pass for objects by
     * chance, but hardly for data sets.
     *
     * @param mayHoldObjects whether it is meant for them
     * @param masking what may be shown of it
     */
    static DataObjects shownBy(ISOComponent component, boolean mayHoldObjects, Masking masking) {
        if (component instanceof ISOMsg || !mayHoldObjects && masking != Masking.SEARCHED) {
            return DataObjects.NONE;
        }
        DataObjects objects = DataObjects.of(component);
        return mayHoldObjects || objects.inDataSets() ? objects : DataObjects.NONE;
    }
}
