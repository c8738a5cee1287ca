package io.github.isostress.message.codec;

import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOAmount;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;

/**
 * Reads amounts in the form of ISO 8583:2003 only if they are digits. jPOS takes an E among them for an exponent and
 * then computes, on one garbled byte from a host, a number of up to billions of digits.
 */
final class CheckedAmountPackager extends GuardedPackager {
    private CheckedAmountPackager(ISOFieldPackager unchecked) {
        super(unchecked);
    }

    /** Guards a field packager that reads such amounts; returns any other as it is. */
    static ISOFieldPackager before(ISOFieldPackager packager, int number) {
        return packager.createComponent(number) instanceof ISOAmount ? new CheckedAmountPackager(packager) : packager;
    }

    @Override
    public ISOComponent createComponent(int fieldNumber) {
        return new CheckedAmount(fieldNumber);
    }

    static final class CheckedAmount extends ISOAmount {
        private static final long serialVersionUID = 1L;

        /** For Java serialisation, as jPOS's components have it. */
        public CheckedAmount() {}

        CheckedAmount(int fieldNumber) {
            super(fieldNumber);
        }

        @Override
        public void setValue(Object value) throws ISOException {
            if (value instanceof String text && !StringUtils.isNumeric(text)) {
                throw new ISOException("an amount must be digits");
            }
            super.setValue(value);
        }
    }
}
