package io.github.isostress.message.codec;

import java.util.Arrays;
import org.jpos.iso.IFE_BITMAP;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;

/**
 * Reads the bitmap of a short message. jPOS's packager of EBCDIC digits reads all the digits that a bitmap may have, also
 * where a message with fewer ends before that.
 */
public final class WholeBitmapPackager extends GuardedPackager {
    private static final byte EBCDIC_ZERO = (byte) 0xF0;

    private WholeBitmapPackager(ISOFieldPackager own) {
        super(own);
    }

    /** The packager of a bitmap, with this before it if it needs that. */
    public static ISOFieldPackager before(ISOFieldPackager packager) {
        return packager instanceof IFE_BITMAP ? new WholeBitmapPackager(packager) : packager;
    }

    @Override
    public int unpack(ISOComponent component, byte[] bytes, int offset) throws ISOException {
        int end = offset + 2 * getLength();
        if (end <= bytes.length) {
            return super.unpack(component, bytes, offset);
        }
        byte[] longer = Arrays.copyOf(bytes, end);
        Arrays.fill(longer, bytes.length, end, EBCDIC_ZERO);
        return super.unpack(component, longer, offset);
    }
}
