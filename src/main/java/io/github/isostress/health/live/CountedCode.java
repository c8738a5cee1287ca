package io.github.isostress.health.live;

import io.github.isostress.health.Result;

/**
 * How often samples have ended with a code. Immutable.
 *
 * @param result what samples with this code count as
 * @param code DE 39, or the failure's code
 * @param count how many
 */
public record CountedCode(Result result, String code, long count) {}
