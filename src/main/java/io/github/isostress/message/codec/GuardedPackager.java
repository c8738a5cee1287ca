package io.github.isostress.message.codec;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * A field packager behind a guard, which keeps side effects of reading away from the message. Guards are installed
 * once, when a packager is made, for its elements and all their parts.
 */
public abstract class GuardedPackager extends ISOFieldPackager {
    /** No list of sub-elements is longer; asking for one beyond its end gives none. */
    private static final int HIGHEST_SUB_ELEMENT = 1000;

    private final ISOFieldPackager own;

    GuardedPackager(ISOFieldPackager own) {
        super(own.getLength(), own.getDescription());
        this.own = own;
    }

    /** Installs the guards that a packager's field packagers need. */
    public static void install(ISOBasePackager packager, int highest) {
        for (int i = 0; i <= highest; i++) {
            ISOFieldPackager field = packager.getFieldPackager(i);
            if (field instanceof ISOMsgFieldPackager composite) {
                install(composite);
            } else if (field != null) {
                packager.setFieldPackager(i, guarded(field, i));
            }
        }
    }

    private static ISOFieldPackager guarded(ISOFieldPackager field, int number) {
        return CopyingPackager.before(CheckedAmountPackager.before(BinaryValuePackager.before(field, number), number));
    }

    private static void install(ISOMsgFieldPackager composite) {
        ISOFieldPackager whole = composite.getISOFieldPackager();
        ISOFieldPackager guarded = CopyingPackager.before(whole);
        if (guarded != whole) {
            replaceWhole(composite, guarded);
        }
        if (composite.getISOMsgPackager() instanceof ISOBasePackager inner) {
            install(inner, HIGHEST_SUB_ELEMENT);
        }
    }

    /** jPOS has no method to set it. */
    private static void replaceWhole(ISOMsgFieldPackager composite, ISOFieldPackager guarded) {
        try {
            FieldUtils.writeField(composite, "fieldPackager", guarded, true);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("this is another jPOS than the one that belongs here", e);
        }
    }

    /** Returns the field packager behind the guards. */
    public static ISOFieldPackager unwrap(ISOFieldPackager packager) {
        return packager instanceof GuardedPackager guarded ? unwrap(guarded.own) : packager;
    }

    @Override
    public ISOComponent createComponent(int fieldNumber) {
        return own.createComponent(fieldNumber);
    }

    @Override
    public byte[] pack(ISOComponent component) throws ISOException {
        return own.pack(component);
    }

    @Override
    public int unpack(ISOComponent component, byte[] bytes, int offset) throws ISOException {
        return own.unpack(component, bytes, offset);
    }

    @Override
    public void unpack(ISOComponent component, InputStream in) throws IOException, ISOException {
        own.unpack(component, in);
    }

    @Override
    public int getMaxPackedLength() {
        return own.getMaxPackedLength();
    }
}
