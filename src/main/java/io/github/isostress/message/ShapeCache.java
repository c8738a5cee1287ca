package io.github.isostress.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.commons.lang3.ArrayUtils;

/**
 * The shapes of the messages that a packager has read. A message of a known shape needs no reading of its bitmap.
 * Finding a shape takes as long among thousands as among five. Thread-safe.
 */
public final class ShapeCache {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Up to this number, comparing one shape after another is faster than hashing. */
    private static final int FEW = 4;

    /** All shapes while they are few; else none. Copied on write. */
    private volatile MessageShape[] few = {};
    /** One for each length of MTI and bitmap together; there are few lengths. Copied on write. */
    private volatile Heads[] heads = {};

    private record Heads(int length, HashSlots<MessageShape> shapes) {
        public MessageShape of(byte[] bytes, int start) {
            if (length > bytes.length - start) {
                return null;
            }
            int slot = shapes.first(hash(bytes, start, length));
            MessageShape shape = shapes.at(slot);
            while (shape != null && !shape.isOf(bytes, start)) {
                slot = shapes.next(slot);
                shape = shapes.at(slot);
            }
            return shape;
        }

        Heads with(MessageShape shape) {
            byte[] head = shape.head();
            return new Heads(length, shapes.with(hash(head, 0, head.length), shape));
        }
    }

    /** The shape of the message that begins at an offset; null if the shape is not known. */
    public MessageShape of(byte[] bytes, int start) {
        MessageShape[] first = few;
        for (MessageShape shape : first) {
            if (shape.isOf(bytes, start)) {
                return shape;
            }
        }
        return first.length > 0 ? null : among(heads, bytes, start);
    }

    private static MessageShape among(Heads[] heads, byte[] bytes, int start) {
        for (Heads each : heads) {
            MessageShape shape = each.of(bytes, start);
            if (shape != null) {
                return shape;
            }
        }
        return null;
    }

    /** Adds a shape, unless another thread has added it. */
    public synchronized void add(MessageShape shape) {
        MessageShape[] first = few;
        if (of(shape.head(), 0) != null) {
            return;
        }
        if (heads.length == 0 && first.length < FEW) {
            few = ArrayUtils.add(first, shape);
            return;
        }
        Heads[] more = with(heads, shape);
        for (MessageShape each : first) {
            more = with(more, each);
        }
        heads = more;
        few = new MessageShape[0];
    }

    private static Heads[] with(Heads[] heads, MessageShape shape) {
        for (int i = 0; i < heads.length; i++) {
            if (heads[i].length == shape.head().length) {
                Heads[] changed = heads.clone();
                changed[i] = changed[i].with(shape);
                return changed;
            }
        }
        return ArrayUtils.add(heads, new Heads(shape.head().length, HashSlots.<MessageShape>empty()).with(shape));
    }

    /** Takes eight bytes at a time; the last eight may overlap those before. */
    private static int hash(byte[] bytes, int start, int length) {
        int last = start + length - Long.BYTES;
        if (last < start) {
            return Arrays.hashCode(Arrays.copyOfRange(bytes, start, start + length));
        }
        long hash = (long) LONGS.get(bytes, last);
        for (int at = start; at < last; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * SPREAD;
            hash ^= hash >>> Integer.SIZE;
        }
        return (int) (hash ^ hash >>> Integer.SIZE);
    }
}
