package io.github.isostress.message.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line that a request inherits, and whether it counts. A nearer line overrides those that set the same element or
 * part, the element that its own part is in, or parts of what it sets. A nearer line without a value leaves them out. A
 * request that begins with a captured message inherits nothing.
 *
 * @param line with its origin; {@link TemplateLine#place} tells which text of which name, and where in it
 * @param by the line of the nearest text further in that overrides it or leaves it out; empty if it is in force
 */
public record InheritedLine(TemplateLine line, Optional<TemplateLine> by) {
    /** Whether the message has the line's element with the line's value. */
    public boolean isInForce() {
        return by.isEmpty();
    }

    /** Whether a nearer line without a value takes its element out of the message. */
    public boolean isLeftOut() {
        return by.isPresent() && by.get().leavesOut();
    }

    /**
     * What a request inherits, nearest text first, each in the order of its lines. Lines that only leave others out are
     * not listed, and lines that cannot be read are skipped: what is wrong with them, {@link MessageTemplate#problems}
     * tells.
     *
     * @param sources the request's own text, then those it inherits, nearest first; at least one
     */
    public static List<InheritedLine> of(List<TemplateSource> sources) {
        List<TemplateText> texts = EffectiveLines.texts(sources);
        List<InheritedLine> inherited = new ArrayList<>();
        if (!texts.get(0).hex().isEmpty()) {
            return inherited;
        }
        for (int i = 1; i < texts.size(); i++) {
            for (TemplateLine line : texts.get(i).lines()) {
                if (!line.leavesOut()) {
                    inherited.add(new InheritedLine(line, overriding(line, texts.subList(0, i))));
                }
            }
        }
        return inherited;
    }

    private static Optional<TemplateLine> overriding(TemplateLine line, List<TemplateText> nearer) {
        for (int i = nearer.size() - 1; i >= 0; i--) {
            Optional<TemplateLine> found =
                    nearer.get(i).lines().stream().filter(line::overlaps).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
