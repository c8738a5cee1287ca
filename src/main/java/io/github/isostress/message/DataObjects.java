package io.github.isostress.message;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOUtil;

/**
 * The BER-TLV data objects of an element.
 *
 * @param objects the outermost ones; empty if the element holds no such objects
 * @param sent the element's value as it was sent
 * @param width how many bytes were sent for each byte: 2 where the objects are written in hex digits
 */
record DataObjects(List<DataObject> objects, byte[] sent, int width) {
    static final DataObjects NONE = new DataObjects(List.of(), new byte[0], 1);

    /** Those of an element's value, be they sent as bytes or, in a text element, as hex digits. */
    static DataObjects of(ISOComponent component) {
        try {
            byte[] sent = ElementFormat.bytesOf(component);
            List<DataObject> written = written(sent);
            return written.isEmpty()
                    ? new DataObjects(DataObject.in(sent), sent, 1)
                    : new DataObjects(written, sent, 2);
        } catch (ISOException e) {
            return NONE;
        }
    }

    private static List<DataObject> written(byte[] sent) {
        try {
            return DataObject.in(HexFormat.of().parseHex(new String(sent, ISOUtil.CHARSET)));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /**
     * Where the first of the objects' bytes stands.
     *
     * @param bytes the message
     * @param end the offset behind the element
     * @return -1 if the element was not sent as it was read, but in EBCDIC, say
     */
    int origin(byte[] bytes, int end) {
        int origin = end - sent.length;
        return origin >= 0 && Arrays.equals(bytes, origin, end, sent, 0, sent.length) ? origin : -1;
    }
}
