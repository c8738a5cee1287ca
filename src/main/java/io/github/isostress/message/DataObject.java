package io.github.isostress.message;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.jpos.tlv.TLVList;
import org.jpos.tlv.TLVMsg;

/**
 * A BER-TLV data object and where it stands (EMV Book 3, annex B).
 *
 * @param tag in upper-case hex digits
 * @param value its value field; not to be changed
 * @param start the offset of its tag among the bytes it was read from
 * @param end the offset behind its value
 */
record DataObject(String tag, byte[] value, int start, int end) {
    /** First byte of a tag, annex B1: the value is made of data objects itself. */
    private static final int CONSTRUCTED = 0x20;

    /** The data objects that the bytes are made of; none if they are no such objects. */
    static List<DataObject> in(byte[] bytes) {
        try {
            Reading reading = new Reading();
            reading.unpack(bytes);
            return reading.objects;
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    /** The data objects inside the value; none if it holds a plain value. */
    List<DataObject> inner() {
        boolean constructed = (Integer.parseInt(tag.substring(0, 2), 16) & CONSTRUCTED) != 0;
        return constructed ? in(value) : List.of();
    }

    /** The offset of the value, counted as {@link #start} is. */
    int valueStart() {
        return end - value.length;
    }

    /** Reads as jPOS does, and looks where it is meanwhile. */
    private static final class Reading extends TLVList {
        private static final long serialVersionUID = 1L;

        private final transient List<DataObject> objects = new ArrayList<>();
        private transient ByteBuffer source;
        private int tagEnd;

        @Override
        protected int getValueLength(ByteBuffer buffer) {
            source = buffer;
            tagEnd = buffer.position();
            return super.getValueLength(buffer);
        }

        @Override
        protected TLVMsg createTLVMsg(int id, byte[] value) {
            TLVMsg object = super.createTLVMsg(id, value);
            String tag = Integer.toHexString(id).toUpperCase(Locale.ROOT);
            tag = StringUtils.leftPad(tag, tag.length() + tag.length() % 2, '0');
            objects.add(new DataObject(tag, value, tagEnd - tag.length() / 2, source.position()));
            return object;
        }
    }
}
