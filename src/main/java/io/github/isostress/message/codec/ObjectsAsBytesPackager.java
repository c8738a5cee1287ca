package io.github.isostress.message.codec;

import java.io.IOException;
import java.io.InputStream;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/**
 * Keeps the BER-TLV data objects of a sub-element as bytes. jPOS would turn them into values by its table of EMV tags,
 * refuse unknown tags, sometimes pack other bytes than it read, and overflow the stack on deep nesting.
 */
public final class ObjectsAsBytesPackager extends ISOMsgFieldPackager {
    /** No list of sub-elements is longer; asking for one beyond its end gives none. */
    private static final int HIGHEST_SUB_ELEMENT = 1000;

    private ObjectsAsBytesPackager(ISOMsgFieldPackager composite) {
        super(composite.getISOFieldPackager(), composite.getISOMsgPackager());
        setLength(composite.getLength());
        setDescription(composite.getDescription());
    }

    /** Replaces jPOS's packagers of such sub-elements, at any depth. */
    public static void install(ISOBasePackager packager, int highest) {
        for (int i = 0; i <= highest; i++) {
            if (packager.getFieldPackager(i) instanceof ISOMsgFieldPackager composite
                    && composite.getISOMsgPackager() instanceof ISOBasePackager inner
                    && !holdsDataObjects(composite)) {
                installInside(inner);
            }
        }
    }

    private static void installInside(ISOBasePackager packager) {
        for (int i = 0; i <= HIGHEST_SUB_ELEMENT; i++) {
            if (holdsDataObjects(packager.getFieldPackager(i))) {
                packager.setFieldPackager(
                        i, new ObjectsAsBytesPackager((ISOMsgFieldPackager) packager.getFieldPackager(i)));
            }
        }
        install(packager, HIGHEST_SUB_ELEMENT);
    }

    /** Whether a packager defines an element as BER-TLV data objects and nothing else. */
    public static boolean holdsDataObjects(ISOFieldPackager packager) {
        return packager instanceof ISOMsgFieldPackager composite
                && composite.getISOMsgPackager() instanceof BERTLVPackager objects
                && objects.getFieldPackager(1) == null;
    }

    @Override
    public ISOComponent createComponent(int number) {
        return fieldPackager.createComponent(number);
    }

    @Override
    public int unpack(ISOComponent component, byte[] bytes, int offset) throws ISOException {
        return fieldPackager.unpack(component, bytes, offset);
    }

    @Override
    public void unpack(ISOComponent component, InputStream in) throws IOException, ISOException {
        fieldPackager.unpack(component, in);
    }
}
