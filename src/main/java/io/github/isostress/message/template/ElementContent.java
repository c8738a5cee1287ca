package io.github.isostress.message.template;

import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;

/** What a template says an element holds. Implementations are immutable and thread-safe. */
interface ElementContent {
    /** Whether the element is the same in every message that starts from the same captured message. */
    boolean isConstant();

    /** Checks each value by itself that is the same in every message, as the element cannot be packed yet. */
    void checkConstants(TemplateProblems problems);

    /**
     * The element for one message.
     *
     * @param values the living values for this message, in the order of the template's lines
     * @param captured the element in the captured message the template starts from, or null
     * @return null if the element is left out
     * @throws IllegalArgumentException naming the line, the element and the rule that is broken
     */
    ISOComponent component(String[] values, CapturedPart captured) throws ISOException;
}
