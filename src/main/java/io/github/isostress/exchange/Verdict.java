package io.github.isostress.exchange;

/**
 * What is to be reported of an outcome. Immutable.
 *
 * @param successful whether the sample counts as a success
 * @param code the response code: DE 39, or the failure's code
 * @param message what the code means; never a varying value
 * @param particulars what there is to say beyond that; may be empty
 */
public record Verdict(boolean successful, String code, String message, String particulars) {}
