package io.github.isostress.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.commons.lang3.ArrayUtils;

/**
 * The kinds of the messages that a packager has read, so that the next one's bitmap need not be read. A kind is found as
 * fast among thousands as among two. Thread-safe.
 */
public final class ShapeCache {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** So many are compared one after another, which is faster than to look for them. */
    private static final int FEW = 4;

    /** All of them while they are few; else none. Copied on write. */
    private volatile MessageShape[] few = {};
    /** One for each length that the MTI and the bitmap have together, which are few. Copied on write. */
    private volatile Heads[] heads = {};

    private record Heads(int length, HashSlots<MessageShape> kinds) {
        public MessageShape of(byte[] bytes, int start) {
            if (length > bytes.length - start) {
                return null;
            }
            int slot = kinds.first(hash(bytes, start, length));
            MessageShape kind = kinds.at(slot);
            while (kind != null && !kind.isOf(bytes, start)) {
                slot = kinds.next(slot);
                kind = kinds.at(slot);
            }
            return kind;
        }

        Heads with(MessageShape kind) {
            byte[] head = kind.head();
            return new Heads(length, kinds.with(hash(head, 0, head.length), kind));
        }
    }

    /** The kind of a message that begins at an offset; null if it is not known. */
    public MessageShape of(byte[] bytes, int start) {
        MessageShape[] first = few;
        for (MessageShape kind : first) {
            if (kind.isOf(bytes, start)) {
                return kind;
            }
        }
        return first.length > 0 ? null : among(heads, bytes, start);
    }

    private static MessageShape among(Heads[] heads, byte[] bytes, int start) {
        for (Heads each : heads) {
            MessageShape kind = each.of(bytes, start);
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    /** Adds a kind if no other thread has. */
    public synchronized void add(MessageShape kind) {
        MessageShape[] first = few;
        if (of(kind.head(), 0) != null) {
            return;
        }
        if (heads.length == 0 && first.length < FEW) {
            few = ArrayUtils.add(first, kind);
            return;
        }
        Heads[] more = with(heads, kind);
        for (MessageShape each : first) {
            more = with(more, each);
        }
        heads = more;
        few = new MessageShape[0];
    }

    private static Heads[] with(Heads[] heads, MessageShape kind) {
        for (int i = 0; i < heads.length; i++) {
            if (heads[i].length == kind.head().length) {
                Heads[] changed = heads.clone();
                changed[i] = changed[i].with(kind);
                return changed;
            }
        }
        return ArrayUtils.add(heads, new Heads(kind.head().length, HashSlots.<MessageShape>empty()).with(kind));
    }

    /** Of all bytes, eight at a time; the last eight may have some in common with those before. */
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
