package io.github.isostress.host.session;

/**
 * What is played when. Immutable.
 *
 * @param line the rule's line in the text, from 1
 */
public record Rule(int line, Trigger trigger, Script script) {
    /** Whether it looks into messages, so that the host must have a packager. */
    public boolean needsElements() {
        return script.steps().stream().anyMatch(Behaviour::needsElements)
                || trigger instanceof Trigger.OnRequest request
                        && !request.conditions().isEmpty();
    }
}
