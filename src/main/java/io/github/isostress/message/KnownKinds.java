package io.github.isostress.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.commons.lang3.ArrayUtils;

/**
 * The kinds of the messages that a packager has read, so that the next one's bitmap need not be read. A kind is found as
 * fast among thousands as among two. Thread-safe.
 */
final class KnownKinds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** One for each length that the MTI and the bitmap have together, which are few. Copied on write. */
    private volatile Heads[] heads = {};

    private record Heads(int length, HashSlots<MessageKind> kinds) {
        MessageKind of(byte[] bytes, int start) {
            if (length > bytes.length - start) {
                return null;
            }
            int slot = kinds.first(hash(bytes, start, length));
            MessageKind kind = kinds.at(slot);
            while (kind != null && !kind.isOf(bytes, start)) {
                slot = kinds.next(slot);
                kind = kinds.at(slot);
            }
            return kind;
        }

        Heads with(MessageKind kind) {
            byte[] head = kind.head();
            return new Heads(length, kinds.with(hash(head, 0, head.length), kind));
        }
    }

    /** The kind of a message that begins at an offset; null if it is not known. */
    MessageKind of(byte[] bytes, int start) {
        for (Heads each : heads) {
            MessageKind kind = each.of(bytes, start);
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    /** Adds a kind if no other thread has. */
    synchronized void add(MessageKind kind) {
        byte[] head = kind.head();
        if (of(head, 0) != null) {
            return;
        }
        Heads[] changed = heads.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i].length == head.length) {
                changed[i] = changed[i].with(kind);
                heads = changed;
                return;
            }
        }
        heads = ArrayUtils.add(changed, new Heads(head.length, HashSlots.<MessageKind>empty()).with(kind));
    }

    private static int hash(byte[] bytes, int start, int length) {
        int end = start + length;
        int at = start;
        long hash = 0;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, at));
        }
        for (; at < end; at++) {
            hash = mixed(hash ^ bytes[at]);
        }
        return (int) hash;
    }

    private static long mixed(long hash) {
        long product = hash * SPREAD;
        return product ^ product >>> Integer.SIZE;
    }
}
