package io.github.isostress.message.describe;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/** A data element in words and, where it has them, its parts. Immutable. */
public final class ElementDescription {
    private final List<DescribedElement> lines;
    private final boolean masked;

    /** The list is not copied. */
    ElementDescription(List<DescribedElement> lines, boolean masked) {
        this.lines = lines;
        this.masked = masked;
    }

    /** A data element, masked, with all its parts, placed from the message's first byte; empty if it is not there. */
    public static Optional<ElementDescription> of(DecodedMessage message, int element) {
        int at = message.index().indexOf(element);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        new ElementDescriber(message, 0, MaskingPolicy.of(message)).describe(at, PartAllowance.all()));
    }

    /** The element and behind it its parts; not to be changed. */
    public List<DescribedElement> lines() {
        return lines;
    }

    /** Whether what is shown of a value is not all of it. */
    boolean isMasked() {
        return masked;
    }

    /** What is shown of the element or a part of it; empty if that is shown by its parts, or not there. */
    public Optional<String> shown(ElementPath path) {
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
        int depth = lines.get(whole).depth();
        for (int at = whole + 1; direct < 0 && at < lines.size(); at++) {
            DescribedElement line = lines.get(at);
            if (line.depth() <= depth) {
                return -1;
            }
            if (line.depth() == depth + 1 && line.name().equals(ObjectDescriber.DATA_SET)) {
                direct = indexOfChild(at, part);
            }
        }
        return direct;
    }

    private int indexOfChild(int whole, String part) {
        int depth = lines.get(whole).depth();
        String number = "." + (part.matches("0+") ? "0" : StringUtils.stripStart(part, "0"));
        for (int at = whole + 1; at < lines.size() && lines.get(at).depth() > depth; at++) {
            DescribedElement line = lines.get(at);
            if (line.depth() == depth + 1
                    && (DecodedMessage.isTag(line.label(), part) || line.label().equals(number))) {
                return at;
            }
        }
        return -1;
    }
}
