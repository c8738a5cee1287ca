package io.github.isostress.message;

/**
 * The bytes an element takes, length prefix included.
 *
 * @param element 0 for the MTI, 1 for the bitmap, else the data element's number
 * @param start first byte's offset in the message, from 0
 * @param end offset behind the last byte
 */
public record ElementRange(int element, int start, int end) {}
