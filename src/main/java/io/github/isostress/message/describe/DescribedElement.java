package io.github.isostress.message.describe;

/**
 * One line of a {@link MessageDescription}: a data element, a part of one, or another stretch of the frame.
 *
 * @param depth 0 for a data element, 1 for a part of it, and so on
 * @param label what it is called: {@code MTI}, {@code bitmap}, {@code DE 2}, {@code .1}, {@code 9F02}, {@code frame}
 *     for the bytes around the message, {@code header} for the packager's own in front of the MTI
 * @param name the packager's name for it, or the EMV name of a tag; empty if it has none
 * @param shown what may be shown of its value; empty for an element that is shown by its parts
 * @param meaning the value in words, such as {@code approved} for 00 in DE 39; empty if there are none
 * @param start the offset of its first byte in the frame, from 0; -1 if not known
 * @param end the offset behind its last byte; -1 if not known
 */
public record DescribedElement(
        int depth, String label, String name, String shown, String meaning, int start, int end) {}
