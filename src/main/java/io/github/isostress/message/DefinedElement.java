package io.github.isostress.message;

/**
 * A data element as a packager defines it.
 *
 * @param number the data element's number; 0 for the MTI
 * @param name the packager's name for it; empty if it gives none
 * @param format in the standard's notation, such as {@code n 12}, {@code an..25}, {@code b 8}; parts are named, too
 */
public record DefinedElement(int number, String name, String format) {}
