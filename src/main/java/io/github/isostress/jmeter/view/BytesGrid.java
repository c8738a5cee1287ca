package io.github.isostress.jmeter.view;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;

/**
 * Where bytes stand in a dump: rows of offset, hex digits and characters. Immutable.
 *
 * @param count how many bytes there are
 * @param perRow how many are in a row
 * @param letter the width of a character in pixels
 * @param line the height of a row in pixels
 */
record BytesGrid(int count, int perRow, int letter, int line) {
    private static final int HEX_CELL = 3;

    /** How many digits an offset has. */
    int offsetDigits() {
        return count > 0x10000 ? 8 : 4;
    }

    /** How many rows there are. */
    int rows() {
        return (count + perRow - 1) / perRow;
    }

    /** The size that all rows need. */
    Dimension size() {
        return new Dimension(charactersStart() + (perRow + 1) * letter, Math.max(1, rows()) * line);
    }

    /** Where the hex digits of a byte stand; the cells of a row touch each other. */
    Rectangle hexCell(int offset) {
        int column = offset % perRow;
        int halves = perRow > 8 && column >= perRow / 2 ? letter : 0;
        return new Rectangle(hexStart() + column * HEX_CELL * letter + halves, top(offset), HEX_CELL * letter, line);
    }

    /** Where the character of a byte stands. */
    Rectangle characterCell(int offset) {
        return new Rectangle(charactersStart() + offset % perRow * letter, top(offset), letter, line);
    }

    /** The offset of the byte at a point, in either column; -1 if there is none. */
    int at(Point point) {
        int first = point.y / line * perRow;
        for (int i = first; i >= 0 && i < Math.min(count, first + perRow); i++) {
            if (hexCell(i).contains(point) || characterCell(i).contains(point)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the row of a byte begins. */
    int top(int offset) {
        return offset / perRow * line;
    }

    private int hexStart() {
        return (offsetDigits() + 2) * letter;
    }

    private int charactersStart() {
        return hexStart() + (perRow * HEX_CELL + (perRow > 8 ? 2 : 1)) * letter;
    }
}
