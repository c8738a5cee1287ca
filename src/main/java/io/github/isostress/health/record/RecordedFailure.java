package io.github.isostress.health.record;

/**
 * The failed samples of one label and code, with the first one's explanation. Immutable.
 *
 * @param label what may be shown of it
 * @param code the response code
 * @param words why the first one has failed, masked: the code's sentence and the particulars
 * @param count how many there were
 */
public record RecordedFailure(String label, String code, String words, long count) {}
