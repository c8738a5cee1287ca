package io.github.isostress.message.codec;

import java.util.Arrays;
import org.jpos.iso.IFE_BITMAP;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;

/**
 * Reads the bitmap of a short message. jPOS's packager of EBCDIC digits reads as many digits as a bitmap may have, even
 * beyond the end of a message that has fewer.
 */
public final class WholeBitmapPackager extends GuardedPackager {
    private static final byte EBCDIC_ZERO = (byte) 0xF0;

    private WholeBitmapPackager(ISOFieldPackager own) {
        super(own);
    }

    /** Guards a packager of EBCDIC digits; returns any other as it is. */
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
