package io.github.isostress.message.describe;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.vocabulary.ProcessingCodes;
import io.github.isostress.vocabulary.ResponseCodes;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOUtil;

/** The lines that describe an element and its parts, as far as they may be shown. Used by one thread. */
final class DescribedLines {
    /** How deep parts are shown by their own parts; what is deeper is shown in hex digits. */
    static final int DEEPEST = 8;

    /** Stands for no element, so that no value is given a meaning. */
    static final int PART = -1;

    private static final int PROCESSING_CODE = 3;
    private static final int RESPONSE_CODE = 39;

    /** What an element or a part of one is called and where it stands. */
    record Heading(int depth, String label, String name, Place place) {
        private DescribedElement shown(String value, String meaning) {
            return new DescribedElement(depth, label, name, value, meaning, place.start(), place.end());
        }
    }

    private final List<DescribedElement> lines = new ArrayList<>(1);
    private final MaskingPolicy disclosure;
    private final PartAllowance allowance;
    private boolean masked;
    private int leftOut;

    DescribedLines(MaskingPolicy disclosure, PartAllowance allowance) {
        this.disclosure = disclosure;
        this.allowance = allowance;
    }

    /** The lines; the last says how many parts have none, if there are too many. */
    List<DescribedElement> lines() {
        if (leftOut > 0) {
            String remark = "(" + leftOut + " more parts: see the bytes)";
            lines.add(new Heading(1, "...", "", Place.UNKNOWN).shown(remark, ""));
            leftOut = 0;
        }
        return lines;
    }

    /** Whether what is shown of a value is not all of it. */
    boolean isMasked() {
        return masked;
    }

    MaskingPolicy disclosure() {
        return disclosure;
    }

    private void add(DescribedElement line) {
        if (line.depth() == 0 || allowance.take()) {
            lines.add(line);
        } else {
            leftOut++;
        }
    }

    /** What is shown by its parts, which follow. */
    void byParts(Heading heading) {
        add(heading.shown("", ""));
    }

    /** A value by its component. */
    void whole(Heading heading, int element, ISOComponent component, Masking masking) {
        try {
            Object value = component.getValue();
            String text = value instanceof byte[] ? null : String.valueOf(value);
            if (text != null && (value instanceof String || StringUtils.isAsciiPrintable(text))) {
                text(heading, element, text, masking);
            } else {
                bytes(heading, ElementFormat.bytesOf(component), masking);
            }
        } catch (ISOException e) {
            cannotBeShown(heading);
        }
    }

    /** A text that holds other than printable characters is shown in hex digits. */
    void text(Heading heading, int element, String text, Masking masking) {
        if (!StringUtils.isAsciiPrintable(text)) {
            bytes(heading, text.getBytes(ISOUtil.CHARSET), masking);
            return;
        }
        String shown = disclosure.of(masking).mask(text);
        shown(heading, text, shown, shown.equals(text) ? meaning(element, text) : "");
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

    void bytes(Heading heading, byte[] bytes, Masking masking) {
        shown(heading, Masking.PLAIN.mask(bytes), disclosure.of(masking).mask(bytes), "");
    }

    /** A value and what is shown of it. */
    void shown(Heading heading, String whole, String shown, String meaning) {
        masked |= !shown.equals(whole);
        add(heading.shown(shown, meaning));
    }

    void cannotBeShown(Heading heading) {
        masked = true;
        add(heading.shown("(cannot be shown)", ""));
    }
}
