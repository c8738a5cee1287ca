package io.github.isostress.host.seal;

import java.util.function.Supplier;

/**
 * Why the host declines a request that does not hold what it must. Immutable.
 *
 * @param reason as it is counted, such as {@code MAC wrong}
 * @param code for DE 39
 * @param particulars for the log, without secrets; found out when asked for
 */
public record Refusal(String reason, String code, Supplier<String> particulars) {}
