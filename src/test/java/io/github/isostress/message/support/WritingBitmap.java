package io.github.isostress.message.support;

import java.util.Arrays;
import org.jpos.iso.IFB_BITMAP;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;

/** A user's bitmap packager that wipes out what it has read. Public, as a packager file names it. */
public final class WritingBitmap extends IFB_BITMAP {
    @Override
    public int unpack(ISOComponent component, byte[] message, int offset) throws ISOException {
        int consumed = super.unpack(component, message, offset);
        Arrays.fill(message, (byte) 0);
        return consumed;
    }
}
