package io.github.isostress.message.support;

import org.jpos.iso.IFA_LLLCHAR;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;

/**
 * A field packager of a user's that ends in errors, at what a host sends: when it is read, or when its value is asked
 * for.
 */
public final class FailingField extends IFA_LLLCHAR {
    /** Ends in an error when it is read. */
    public static final String UNREADABLE = "READ";
    /** Ends in an error when its value is asked for. */
    public static final String WITHOUT_VALUE = "VALUE";

    /** As packager files name it. */
    public FailingField() {}

    @Override
    public ISOComponent createComponent(int number) {
        return new Value(number);
    }

    @Override
    public int unpack(ISOComponent component, byte[] bytes, int offset) throws ISOException {
        int consumed = super.unpack(component, bytes, offset);
        if (((Value) component).text.equals(UNREADABLE)) {
            throw new AssertionError("4761739001010119");
        }
        return consumed;
    }

    private static final class Value extends ISOField {
        private static final long serialVersionUID = 1L;
        private String text = "";

        Value(int number) {
            super(number);
        }

        @Override
        public void setValue(Object value) throws ISOException {
            super.setValue(value);
            text = String.valueOf(value);
        }

        @Override
        public Object getValue() {
            if (text.equals(WITHOUT_VALUE)) {
                throw new StackOverflowError("4761739001010119");
            }
            return text;
        }
    }
}
