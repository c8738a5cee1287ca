package io.github.isostress.message.codec;

import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;

/**
 * Keeps bytes that are read as bytes. Some of jPOS's field packagers for binary elements read them into a component for
 * text, which keeps no more of them than the address of the array.
 */
final class BinaryValuePackager extends GuardedPackager {
    private BinaryValuePackager(ISOFieldPackager own) {
        super(own);
    }

    /** The field packager, with this before it if it needs that. */
    static ISOFieldPackager before(ISOFieldPackager packager, int number) {
        Class<?> type = packager.getClass();
        boolean isForBytes = type.getName().startsWith("org.jpos.")
                && StringUtils.containsIgnoreCase(type.getSimpleName(), "binary");
        return isForBytes && packager.createComponent(number).getClass() == ISOField.class
                ? new BinaryValuePackager(packager)
                : packager;
    }

    @Override
    public ISOComponent createComponent(int fieldNumber) {
        return new ISOBinaryField(fieldNumber);
    }
}
