package io.github.isostress.message.decode;

import io.github.isostress.message.Printable;
import io.github.isostress.message.codec.EuroParts;
import io.github.isostress.message.codec.GuardedPackager;
import io.github.isostress.message.codec.SubPackager;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * Which part of an element cannot be read, and why: jPOS says no more than that the element cannot. For one element
 * that could not be read. It names parts, and no value.
 */
final class PartFailure {
    private static final int HIGHEST = 192;
    private static final int LONGEST_TAG = 8;
    private static final int BITMAP = -1;
    /** Bits that may tell of another bitmap. */
    private static final Set<Integer> EXTENSIONS = Set.of(1, 65);

    private final SubPackager packager;
    private final String path;
    private final byte[] content;

    private PartFailure(SubPackager packager, String path, byte[] content) {
        this.packager = packager;
        this.path = path;
        this.content = content;
    }

    /**
     * The part that cannot be read.
     *
     * @param path of the element
     * @param at where the element begins
     * @return the reason, to follow the element's name; empty if it is not a part that is at fault, or that is not
     *     known
     */
    static Optional<String> of(ISOFieldPackager format, String path, byte[] bytes, int at) {
        try {
            Optional<SubPackager> packager = SubPackager.of(format);
            return packager.isEmpty()
                    ? Optional.empty()
                    : new PartFailure(packager.get(), path, packager.get().content(0, bytes, at)).reason();
        } catch (ISOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> reason() throws ISOException {
        if (packager.parts() instanceof EuroParts euro) {
            return ofNumbered(euro);
        }
        return packager.isTaggedSequence() ? ofTagged() : ofListed();
    }

    private Optional<String> ofNumbered(EuroParts parts) throws ISOException {
        for (int at = 0; at < content.length; ) {
            int number;
            try {
                number = parts.numberAt(content, at);
            } catch (ISOException e) {
                return Optional.of("no sub-element begins at byte " + at + " of its " + content.length);
            }
            int length = length(String.valueOf(number), number < 0 ? null : parts.getFieldPackager(number), at);
            if (length < 0 || length == 0 && at > 0) {
                return refusal(String.valueOf(number), number < 0 ? null : parts.getFieldPackager(number), at);
            }
            at += length;
        }
        return Optional.empty();
    }

    private Optional<String> ofTagged() throws ISOException {
        int at = 0;
        for (int number = 0; number < packager.firstTagged(); number++) {
            ISOFieldPackager front = packager.parts().getFieldPackager(number);
            int length = front == null ? 0 : length(front, number, at);
            if (length < 0) {
                return refusal(String.valueOf(number), front, at);
            }
            at += length;
        }
        while (at < content.length) {
            ISOField tag = new ISOField(0);
            ISOFieldPackager tags = packager.tagPackager();
            if (tags == null || length(tags, tag, at) < 0) {
                return Optional.of("no sub-element begins at byte " + at + " of its " + content.length);
            }
            String name = String.valueOf(tag.getValue());
            ISOFieldPackager format = packager.packagerOf(name);
            int length = format == null ? -1 : length(format, 0, at);
            if (length <= 0) {
                return refusal(shown(name), format, at);
            }
            at += length;
        }
        return Optional.empty();
    }

    private static String shown(String tag) {
        return tag.length() > LONGEST_TAG ? tag.substring(0, LONGEST_TAG) + "..." : Printable.orHex(tag);
    }

    private Optional<String> ofListed() throws ISOException {
        int at = 0;
        BitSet bits = null;
        ISOFieldPackager bitmaps = packager.hasBitmap() ? packager.bitmapPackager() : null;
        for (int number = 0; number <= HIGHEST && at < content.length; number++) {
            ISOFieldPackager format = packager.parts().getFieldPackager(number);
            if (bits == null && bitmaps != null && (format == bitmaps || number > 0)) {
                ISOBitMap bitmap = new ISOBitMap(BITMAP);
                int length = length(bitmaps, bitmap, at);
                if (length < 0) {
                    return Optional.of("the bitmap of its sub-elements cannot be read");
                }
                bits = (BitSet) bitmap.getValue();
                at += length;
            }
            if (isThere(number, format, bits)) {
                int length = format == null ? -1 : length(format, number, at);
                if (length < 0) {
                    return refusal(String.valueOf(number), format, at);
                }
                at += length;
            }
        }
        return Optional.empty();
    }

    private static boolean isThere(int number, ISOFieldPackager format, BitSet bits) {
        if (format instanceof ISOBitMapPackager) {
            return false;
        }
        boolean listed = format != null;
        if (number == 0 || bits == null) {
            return listed;
        }
        return bits.get(number) && (listed || !EXTENSIONS.contains(number));
    }

    private int length(String name, ISOFieldPackager format, int at) {
        return format == null ? -1 : length(format, Integer.parseInt(name), at);
    }

    private int length(ISOFieldPackager format, int number, int at) {
        return length(format, format.createComponent(number), at);
    }

    private int length(ISOFieldPackager format, ISOComponent part, int at) {
        try {
            int length = format.unpack(part, content.clone(), at);
            return length <= content.length - at ? length : -1;
        } catch (ISOException | RuntimeException e) {
            return -1;
        }
    }

    private Optional<String> refusal(String name, ISOFieldPackager format, int at) {
        String part = path + "." + name;
        if (format == null) {
            return Optional.of(
                    "it holds a sub-element " + part + ", which the packager does not have; " + packager.known());
        }
        Optional<String> inner =
                format instanceof ISOMsgFieldPackager ? of(format, part, content, at) : Optional.empty();
        return Optional.of(inner.map(reason -> "of its sub-element " + part + ", " + reason)
                .orElseGet(() -> "its sub-element " + part + " does not fit " + named(format)
                        + " (or the element ends inside it)"));
    }

    private static String named(ISOFieldPackager format) {
        ISOFieldPackager plain = GuardedPackager.unwrap(
                format instanceof ISOMsgFieldPackager composite ? composite.getISOFieldPackager() : format);
        return plain.getClass().getSimpleName() + " of length " + plain.getLength();
    }
}
