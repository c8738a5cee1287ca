package io.github.isostress.message.support;

import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOUtil;

/** A field packager such as users write themselves: STX, the text, ETX. Public, as a packager file names it. */
public final class EnclosedField extends ISOFieldPackager {
    private static final char STX = 2;
    private static final char ETX = 3;

    @Override
    public int getMaxPackedLength() {
        return getLength() + 2;
    }

    @Override
    public byte[] pack(ISOComponent component) throws ISOException {
        return (STX + (String) component.getValue() + ETX).getBytes(ISOUtil.CHARSET);
    }

    @Override
    public int unpack(ISOComponent component, byte[] message, int offset) throws ISOException {
        int end = offset + 1;
        while (message[end] != ETX) {
            end++;
        }
        component.setValue(new String(message, offset + 1, end - offset - 1, ISOUtil.CHARSET));
        return end + 1 - offset;
    }
}
