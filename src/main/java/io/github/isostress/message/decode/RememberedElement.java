package io.github.isostress.message.decode;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An element of one message, to be looked for in others when that message is gone. It is compared as bytes first; only
 * where these differ, by value. Immutable and thread-safe. Holds a value as it is, so it is never shown.
 */
public final class RememberedElement {
    private static final int FIRST_HASH = 0x811C9DC5;
    private static final int NEXT_HASH = 0x01000193;

    private final ElementPath path;
    private final IsoPackager packager;
    /** As it was sent; null if the bytes alone do not tell the value. */
    private final byte[] bytes;
    /** The value, if it has been asked for; threads that race for it read the same. */
    private String value;

    private RememberedElement(ElementPath path, IsoPackager packager, byte[] bytes, String value) {
        this.path = path;
        this.packager = packager;
        this.bytes = bytes;
        this.value = value;
    }

    /** An element or a part of one; empty if the message does not have it. */
    public static Optional<RememberedElement> of(DecodedMessage message, ElementPath path) {
        ElementIndex index = message.index();
        int at = index.indexOf(path.element());
        if (at < 0) {
            return Optional.empty();
        }
        IsoPackager packager = message.packager();
        if (path.isPart() || !index.isPlainText(at)) {
            return message.value(path).map(value -> new RememberedElement(path, packager, null, value));
        }
        byte[] bytes = Arrays.copyOfRange(message.bytes(), index.start(at), index.end(at));
        return Optional.of(new RememberedElement(path, packager, bytes, null));
    }

    /** Which element it is. */
    public ElementPath path() {
        return path;
    }

    /** What {@link #hashIn} gives for a message that has the element in the same bytes. */
    public int contentHash() {
        return bytes == null ? value().hashCode() : hash(bytes, 0, bytes.length);
    }

    /**
     * A hash of an element's content: the same for two messages of one packager that have it in the same bytes. Where
     * the bytes alone do not tell the value, it is the same for equal values.
     *
     * @return empty if the message has no such element
     */
    public static OptionalInt hashIn(DecodedMessage message, ElementPath path) {
        ElementIndex index = message.index();
        int at = index.indexOf(path.element());
        if (at < 0) {
            return OptionalInt.empty();
        }
        if (path.isPart() || !index.isPlainText(at)) {
            return valueHashIn(message, path);
        }
        return OptionalInt.of(hash(message.bytes(), index.start(at), index.end(at)));
    }

    /** FNV-1a, which tells near numbers in BCD apart: by {@link Arrays#hashCode} 00 01 31 is the same as 00 02 12. */
    private static int hash(byte[] bytes, int from, int to) {
        int hash = FIRST_HASH;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i] & 0xFF) * NEXT_HASH;
        }
        return hash;
    }

    /** What {@link #valueHash} gives for an element of this message; empty if it has no such element. */
    public static OptionalInt valueHashIn(DecodedMessage message, ElementPath path) {
        Optional<String> value = message.value(path);
        return value.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(value.get().hashCode());
    }

    /** A hash of the value, whatever the bytes it was sent in. */
    public int valueHash() {
        return value().hashCode();
    }

    /** Whether a message has the element with this value. */
    public boolean isIn(DecodedMessage message) {
        return hasSameBytes(message)
                || message.value(path).filter(value()::equals).isPresent();
    }

    private boolean hasSameBytes(DecodedMessage message) {
        ElementIndex index = message.index();
        int at = bytes == null || message.packager() != packager ? -1 : index.indexOf(path.element());
        return at >= 0
                && index.isPlainText(at)
                && Arrays.equals(message.bytes(), index.start(at), index.end(at), bytes, 0, bytes.length);
    }

    /** Whether both are the same element with the same value, whatever the bytes it was sent in. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RememberedElement element && path.equals(element.path) && hasValueOf(element);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + value().hashCode();
    }

    private boolean hasValueOf(RememberedElement other) {
        boolean sameBytes = bytes != null && packager == other.packager && Arrays.equals(bytes, other.bytes);
        return sameBytes || value().equals(other.value());
    }

    private String value() {
        String known = value;
        if (known == null) {
            known = ElementIndex.text(packager, path.element(), bytes, 0);
            value = known;
        }
        return known;
    }

    /** Which element it is only: it may be a card number. */
    @Override
    public String toString() {
        return "element " + path;
    }
}
