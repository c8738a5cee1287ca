package io.github.isostress.host.session;

/**
 * One rule of a host: an event, and what the host does then. Immutable.
 *
 * @param line the rule's line in the text, from 1
 */
public record Rule(int line, Trigger trigger, Script script) {
    /** Whether it needs data elements, and so a packager. */
    public boolean needsElements() {
        return script.steps().stream().anyMatch(Behaviour::needsElements)
                || trigger instanceof Trigger.OnRequest request
                        && request.conditions().stream().anyMatch(Condition::needsElements);
    }
}
