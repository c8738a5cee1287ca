package io.github.isostress.message.decode;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import org.jpos.iso.ISOMsg;

/**
 * A message as jPOS represents it. Its fields are read when the first of them is asked for, which in most samples never
 * happens. Unlike jPOS's own it prints no values: that one prints DE 11 and DE 41.
 */
final class DecodedFields extends ISOMsg {
    private static final long serialVersionUID = 1L;

    DecodedFields(IsoPackager packager, byte[] bytes, ElementIndex elements) {
        fields = new LazyFields(elements);
        setPackager(packager);
        int header = packager.getHeaderLength();
        if (header > 0 && header <= bytes.length) {
            setHeader(Arrays.copyOf(bytes, header));
        }
    }

    /** What debug elements, which print every variable, print of a message: no value, since it may be damaged. */
    @Override
    public String toString() {
        return "ISO 8583 message, jPOS ISOMsg with " + Plural.of(fields.size(), "field");
    }
}
