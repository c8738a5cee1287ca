package io.github.isostress.message.describe;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.vocabulary.Currencies;
import io.github.isostress.vocabulary.PosEntryModes;
import io.github.isostress.vocabulary.ProcessingCodes;
import io.github.isostress.vocabulary.ResponseCodes;
import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOUtil;

/** Collects the lines of an element and its parts, and masks their values. Used by one thread. */
final class ElementLines {
    /** How deep parts are shown by their own parts; what is deeper is shown in hex digits. */
    static final int DEEPEST = 8;

    /** Stands for no element, so that no value is given a meaning. */
    static final int PART = -1;

    private static final int PROCESSING_CODE = 3;
    private static final int POS_ENTRY_MODE = 22;
    private static final int RESPONSE_CODE = 39;
    private static final int CURRENCY = 49;
    private static final int CURRENCY_OF_SETTLEMENT = 50;
    private static final int CURRENCY_OF_CARDHOLDER = 51;

    private final List<DescribedElement> lines = new ArrayList<>(1);
    private final MaskingPolicy policy;
    private final PartAllowance allowance;
    private boolean masked;
    private int leftOut;

    ElementLines(MaskingPolicy policy, PartAllowance allowance) {
        this.policy = policy;
        this.allowance = allowance;
    }

    /** The lines; the last says how many parts have none, if there are too many. */
    ElementDescription description() {
        if (leftOut > 0) {
            String remark = "(" + Plural.of(leftOut, "more part") + ": see the bytes)";
            lines.add(new ElementHeading(1, "...", "", Place.UNKNOWN).line(remark, ""));
            leftOut = 0;
        }
        return new ElementDescription(lines, masked);
    }

    /** Whether what is shown of any value is not all of it. */
    boolean isMasked() {
        return masked;
    }

    MaskingPolicy policy() {
        return policy;
    }

    private void add(DescribedElement line) {
        if (line.depth() == 0 || allowance.take()) {
            lines.add(line);
        } else {
            leftOut++;
        }
    }

    /** A line without a value: the lines of the parts follow. */
    void addWhole(ElementHeading heading) {
        add(heading.line("", ""));
    }

    /** A value as jPOS has read it. */
    void addComponent(ElementHeading heading, int element, ISOComponent component, Masking masking) {
        try {
            Object value = component.getValue();
            String text = value instanceof byte[] ? null : String.valueOf(value);
            if (text != null && (value instanceof String || StringUtils.isAsciiPrintable(text))) {
                addText(heading, element, text, masking);
            } else {
                addBytes(heading, ElementFormat.bytesOf(component), masking);
            }
        } catch (ISOException e) {
            addUnreadable(heading);
        }
    }

    /** A text; in hex digits if it holds other than printable characters. */
    void addText(ElementHeading heading, int element, String text, Masking masking) {
        if (!StringUtils.isAsciiPrintable(text)) {
            addBytes(heading, text.getBytes(ISOUtil.CHARSET), masking);
            return;
        }
        String shown = policy.of(masking).mask(text);
        add(heading, text, shown, shown.equals(text) ? meaning(element, text) : "");
    }

    /** Whether {@link #addText} would hide anything of a text by a rule. */
    static boolean isMasked(Masking masking, String text) {
        return StringUtils.isAsciiPrintable(text)
                ? !masking.mask(text).equals(text)
                : masking.mask(text.getBytes(ISOUtil.CHARSET)).indexOf('*') >= 0;
    }

    private static String meaning(int element, String value) {
        return switch (element) {
            case PROCESSING_CODE -> ProcessingCodes.meaning(value).orElse("");
            case POS_ENTRY_MODE -> PosEntryModes.meaning(value).orElse("");
            case RESPONSE_CODE -> ResponseCodes.meaning(value.strip()).orElse("");
            case CURRENCY, CURRENCY_OF_SETTLEMENT, CURRENCY_OF_CARDHOLDER ->
                Currencies.meaning(value).orElse("");
            default -> "";
        };
    }

    void addBytes(ElementHeading heading, byte[] bytes, Masking masking) {
        add(heading, Masking.PLAIN.mask(bytes), policy.of(masking).mask(bytes), "");
    }

    /**
     * A value that was masked before.
     *
     * @param whole the value unmasked, to tell whether anything is hidden
     */
    void add(ElementHeading heading, String whole, String shown, String meaning) {
        masked |= !shown.equals(whole);
        add(heading.line(shown, meaning));
    }

    void addUnreadable(ElementHeading heading) {
        masked = true;
        add(heading.line("(cannot be shown)", ""));
    }
}
