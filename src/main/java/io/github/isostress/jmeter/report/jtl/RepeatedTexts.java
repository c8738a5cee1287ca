package io.github.isostress.jmeter.report.jtl;

/**
 * Makes one string of equal texts that come again and again, as the labels of a JTL do. Keeps as many as there are
 * places, and forgets one for another. Used by one thread.
 */
final class RepeatedTexts {
    private static final int PLACES = 1 << 10;

    private final String[] kept = new String[PLACES];

    /** The characters as a string. */
    String of(char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        int place = place(buffer, offset, length);
        String known = kept[place];
        if (known == null || !isEqual(known, buffer, offset, length)) {
            known = new String(buffer, offset, length);
            kept[place] = known;
        }
        return known;
    }

    private static int place(char[] buffer, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    private static boolean isEqual(String known, char[] buffer, int offset, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
