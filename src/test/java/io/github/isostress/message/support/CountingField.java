package io.github.isostress.message.support;

import java.util.concurrent.atomic.AtomicInteger;
import org.jpos.iso.IFA_LLCHAR;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;

/** Counts how often it reads. Public, as a packager file names it. */
public final class CountingField extends IFA_LLCHAR {
    public static final AtomicInteger READINGS = new AtomicInteger();

    @Override
    public int unpack(ISOComponent component, byte[] message, int offset) throws ISOException {
        READINGS.incrementAndGet();
        return super.unpack(component, message, offset);
    }
}
