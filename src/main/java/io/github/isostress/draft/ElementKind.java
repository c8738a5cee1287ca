package io.github.isostress.draft;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/** Knows whether a packager takes an element as bytes or as text. Stateless and thread-safe. */
final class ElementKind {
    private ElementKind() {}

    /** Whether a template gives the element, part or tag in hex digits. */
    static boolean isBinary(IsoPackager packager, ElementPath path) {
        ISOFieldPackager format = packager.defines(path.element()) ? packager.getFieldPackager(path.element()) : null;
        for (String part : path.parts()) {
            if (!(format instanceof ISOMsgFieldPackager composite)
                    || composite.getISOMsgPackager() instanceof BERTLVPackager
                    || !(composite.getISOMsgPackager() instanceof ISOBasePackager inner)) {
                return true;
            }
            format = part.matches("\\d{1,4}") ? inner.getFieldPackager(Integer.parseInt(part)) : null;
        }
        return format != null && plain(format).createComponent(path.element()) instanceof ISOBinaryField;
    }

    private static ISOFieldPackager plain(ISOFieldPackager format) {
        return format instanceof ISOMsgFieldPackager composite ? composite.getISOFieldPackager() : format;
    }
}
