package io.github.isostress.message.codec;

import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;

/**
 * Reads a binary element into a binary component. Some of jPOS's binary field packagers read into a text component,
 * which keeps only the array's address as text.
 */
final class BinaryValuePackager extends GuardedPackager {
    private BinaryValuePackager(ISOFieldPackager own) {
        super(own);
    }

    /** Guards a field packager that reads bytes into a text component; returns any other as it is. */
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
