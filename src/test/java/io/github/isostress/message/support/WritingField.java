package io.github.isostress.message.support;

import java.util.Arrays;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOUtil;

/** A user's field packager that wipes out what it has read. Public, as a packager file names it. */
public final class WritingField extends ISOFieldPackager {
    @Override
    public int getMaxPackedLength() {
        return getLength();
    }

    @Override
    public byte[] pack(ISOComponent component) throws ISOException {
        return ((String) component.getValue()).getBytes(ISOUtil.CHARSET);
    }

    @Override
    public int unpack(ISOComponent component, byte[] message, int offset) throws ISOException {
        component.setValue(new String(message, offset, getLength(), ISOUtil.CHARSET));
        Arrays.fill(message, (byte) 0);
        return getLength();
    }
}
