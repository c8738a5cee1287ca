package io.github.isostress.message;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOAmount;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * Reads amounts in the form of ISO 8583:2003 only if they are digits. jPOS takes an E among them for an exponent and
 * then computes, on one garbled byte from a host, a number of up to billions of digits.
 */
final class CheckedAmountPackager extends ISOFieldPackager {
    /** No list of sub-elements is longer; asking for one beyond its end gives none. */
    private static final int HIGHEST_SUB_ELEMENT = 1000;

    private final ISOFieldPackager unchecked;

    private CheckedAmountPackager(ISOFieldPackager unchecked) {
        super(unchecked.getLength(), unchecked.getDescription());
        this.unchecked = unchecked;
    }

    /** Puts itself before every packager of such amounts, those of sub-elements too. */
    static void install(ISOBasePackager packager, int highest) {
        for (int i = 0; i <= highest; i++) {
            ISOFieldPackager field = packager.getFieldPackager(i);
            if (field instanceof ISOMsgFieldPackager composite
                    && composite.getISOMsgPackager() instanceof ISOBasePackager inner) {
                install(inner, HIGHEST_SUB_ELEMENT);
            } else if (field != null && field.createComponent(i) instanceof ISOAmount) {
                packager.setFieldPackager(i, new CheckedAmountPackager(field));
            }
        }
    }

    /** The packager itself, without the check. */
    static ISOFieldPackager unwrap(ISOFieldPackager packager) {
        return packager instanceof CheckedAmountPackager checked ? checked.unchecked : packager;
    }

    @Override
    public ISOComponent createComponent(int fieldNumber) {
        return new CheckedAmount(fieldNumber);
    }

    @Override
    public byte[] pack(ISOComponent component) throws ISOException {
        return unchecked.pack(component);
    }

    @Override
    public int unpack(ISOComponent component, byte[] bytes, int offset) throws ISOException {
        return unchecked.unpack(component, bytes, offset);
    }

    @Override
    public void unpack(ISOComponent component, InputStream in) throws IOException, ISOException {
        unchecked.unpack(component, in);
    }

    @Override
    public int getMaxPackedLength() {
        return unchecked.getMaxPackedLength();
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
