package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.LastExchange;
import java.util.Optional;

/** A demand on one place of a message. Implementations are immutable. */
sealed interface MessageRule permits ElementRule, ByteRule {
    /**
     * How the message breaks the rule: one sentence that shows no secret; empty if it keeps the rule.
     *
     * @param exchange that has the message
     * @param choice which of its messages, in the words of {@link MessageChoice}
     */
    Optional<String> violation(LastExchange exchange, String choice);
}
