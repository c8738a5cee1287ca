package io.github.isostress.host;

/**
 * What is played when. Immutable.
 *
 * @param line the rule's line in the text, from 1
 */
record Rule(int line, Trigger trigger, Script script) {
    /** Whether it looks into messages, so that the host must have a packager. */
    boolean needsElements() {
        return script.steps().stream().anyMatch(Behaviour::needsElements)
                || trigger instanceof Trigger.OnRequest request
                        && !request.conditions().isEmpty();
    }
}
