package io.github.isostress.message.support;

import io.github.isostress.message.IsoPackager;
import java.util.Random;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** Random messages of a packager, packed by jPOS alone, for tests of other packages. */
public final class RandomMessages {
    private RandomMessages() {}

    /** A message with any of the packager's elements, 1 to 40 of them, and valid values. */
    public static ISOMsg draw(IsoPackager packager, String mti, Random random) {
        try {
            ISOMsg message = SampleMessages.draw(packager, random).jpos();
            message.setMTI(mti);
            return message;
        } catch (ISOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
