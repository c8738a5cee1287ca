package io.github.isostress.message.describe;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Wire bytes of which some may be hidden. Neither array nor set is copied; they are not to be changed.
 *
 * @param bytes the bytes; those that are hidden may have any value
 * @param hidden the offsets of bytes of which only the presence is shown
 */
public record ShownBytes(byte[] bytes, BitSet hidden) {
    /** Copies the bytes that are shown; the others become 0. */
    static ShownBytes of(byte[] bytes, BitSet hidden) {
        return new ShownBytes(withoutHidden(bytes, hidden), hidden);
    }

    private static byte[] withoutHidden(byte[] bytes, BitSet hidden) {
        byte[] shown = bytes.clone();
        for (int at = hidden.nextSetBit(0); at >= 0 && at < shown.length; at = hidden.nextSetBit(at + 1)) {
            shown[at] = 0;
        }
        return shown;
    }

    /** Equal bytes look the same; what is hidden is not compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ShownBytes that
                && hidden.equals(that.hidden)
                && Arrays.equals(withoutHidden(bytes, hidden), withoutHidden(that.bytes, hidden));
    }

    @Override
    public int hashCode() {
        return 31 * hidden.hashCode() + Arrays.hashCode(withoutHidden(bytes, hidden));
    }

    /** The hex dump. */
    @Override
    public String toString() {
        return HexDumpWriter.of(bytes, hidden);
    }
}
