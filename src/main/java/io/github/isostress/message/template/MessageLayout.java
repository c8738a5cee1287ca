package io.github.isostress.message.template;

/**
 * A message but for its living elements: the bytes that stand between them, bitmap included, which are the same as long
 * as the same elements are present. Immutable and thread-safe.
 */
final class MessageLayout {
    private final VariableElement[] living;
    private final byte[][] runs;
    private final byte[] end;
    private final long presence;
    private final int constantLength;

    /**
     * A layout.
     *
     * @param living the template's living elements in the order of their numbers
     * @param runs what stands before each of them; null for one that is left out
     * @param end what stands behind the last
     */
    MessageLayout(VariableElement[] living, byte[][] runs, byte[] end) {
        this.living = living;
        this.runs = runs;
        this.end = end;
        this.presence = presence(runs);
        int length = end.length;
        for (byte[] run : runs) {
            length += run == null ? 0 : run.length;
        }
        this.constantLength = length;
    }

    private static long presence(byte[][] runs) {
        long presence = 0;
        for (int i = 0; i < runs.length && i < Long.SIZE; i++) {
            presence |= runs[i] == null ? 0 : 1L << i;
        }
        return presence;
    }

    /** Which of the first 64 living elements a message has, a bit for each. */
    static long presence(VariableElement[] living, TemplateValues filling) {
        long presence = 0;
        for (int i = 0; i < living.length && i < Long.SIZE; i++) {
            presence |= living[i].isPresent(filling) ? 1L << i : 0;
        }
        return presence;
    }

    /**
     * Whether a message has the same elements.
     *
     * @param presence which of the first 64 living elements it has
     */
    boolean fits(long presence, TemplateValues filling) {
        if (presence != this.presence) {
            return false;
        }
        for (int i = Long.SIZE; i < living.length; i++) {
            if (living[i].isPresent(filling) != (runs[i] != null)) {
                return false;
            }
        }
        return true;
    }

    /** The message with what its elements were prepared with. */
    byte[] message(TemplateValues filling) {
        byte[] message = new byte[constantLength + livingLength(filling)];
        int at = 0;
        for (int i = 0; i < living.length; i++) {
            if (runs[i] != null) {
                System.arraycopy(runs[i], 0, message, at, runs[i].length);
                at += runs[i].length;
                living[i].write(filling, message, at);
                at += living[i].length(filling);
            }
        }
        System.arraycopy(end, 0, message, at, end.length);
        return message;
    }

    private int livingLength(TemplateValues filling) {
        int length = 0;
        for (int i = 0; i < living.length; i++) {
            length += runs[i] == null ? 0 : living[i].length(filling);
        }
        return length;
    }
}
