package io.github.isostress.message.template;

import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;

/** What a template says an element holds. Implementations are immutable and thread-safe. */
interface ElementContent {
    /** Whether the element never changes unless the captured message does. */
    boolean isConstant();

    /** Checks each value by itself that never changes, since the element as a whole cannot be packed yet. */
    void checkConstants(TemplateProblems problems);

    /**
     * The element for one message.
     *
     * @param values those that were evaluated for the message
     * @param captured the element in the captured message the template starts from, or null
     * @return null if the element is left out
     * @throws IllegalArgumentException naming the line, the element and the rule that is broken
     */
    ISOComponent component(String[] values, CapturedPart captured) throws ISOException;
}
