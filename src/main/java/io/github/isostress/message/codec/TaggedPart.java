package io.github.isostress.message.codec;

import java.io.InputStream;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.tlv.ISOTaggedField;

/** The field packager of one tag in a tagged sequence: packs a plain value as the part with that tag. */
final class TaggedPart extends ISOFieldPackager {
    private final String tag;
    private final ISOFieldPackager own;

    /**
     * For a tag.
     *
     * @param own one of jPOS's tagged field packagers
     */
    TaggedPart(String tag, ISOFieldPackager own) {
        super(own.getLength(), own.getDescription());
        this.tag = tag;
        this.own = own;
    }

    /** Returns jPOS's field packager behind it. */
    static ISOFieldPackager unwrap(ISOFieldPackager packager) {
        return packager instanceof TaggedPart part ? part.own : packager;
    }

    @Override
    public ISOComponent createComponent(int fieldNumber) {
        return ((ISOTaggedField) own.createComponent(fieldNumber)).getDelegate();
    }

    @Override
    public byte[] pack(ISOComponent component) throws ISOException {
        return own.pack(new ISOTaggedField(tag, component));
    }

    @Override
    public int unpack(ISOComponent component, byte[] bytes, int offset) throws ISOException {
        return own.unpack(new ISOTaggedField(tag, component), bytes, offset);
    }

    @Override
    public void unpack(ISOComponent component, InputStream in) {
        throw new UnsupportedOperationException("parts are read from bytes");
    }

    @Override
    public int getMaxPackedLength() {
        return own.getMaxPackedLength();
    }
}
