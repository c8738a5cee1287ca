package io.github.isostress.message;

/**
 * Where an element stands in a message, its length prefix included.
 *
 * @param element 0 for the MTI, 1 for the bitmap, else the data element's number
 * @param start offset of its first byte in the message, from 0
 * @param end offset behind its last byte
 */
public record ElementRange(int element, int start, int end) {}
