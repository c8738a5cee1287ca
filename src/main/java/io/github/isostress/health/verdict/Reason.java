package io.github.isostress.health.verdict;

/**
 * Why a run's figures are doubtful. Immutable.
 *
 * @param rule that found it
 * @param validity what it makes of the run: SUSPECT or INVALID
 * @param sentence what was seen, with figures; begins in lower case and has no full stop
 */
public record Reason(ValidityRule rule, Validity validity, String sentence) {}
