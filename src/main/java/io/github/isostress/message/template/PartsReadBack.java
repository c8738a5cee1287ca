package io.github.isostress.message.template;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.codec.ElementFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jpos.iso.IF_NOP;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.ISOTaggedField;

/** Compares the parts of an element as they were packed and as they are read back. For one comparison. */
final class PartsReadBack {
    private static final int BITMAP_BYTES = 8;

    private final String packager;
    /** Whether a part came back as another text, such as a padded one, that packs to the same bytes. */
    private boolean otherText;

    private PartsReadBack(String packager) {
        this.packager = packager;
    }

    /**
     * Whether the parts that were read differ from those that were packed.
     *
     * @param given what was packed
     * @param read what was read
     * @return the rule that is broken, without any value; empty if the parts are the same
     */
    static Optional<String> difference(IsoPackager packager, ISOMsg given, ISOComponent read) {
        if (!(read instanceof ISOMsg back)) {
            return Optional.of("is packed in parts, and packager " + packager.name() + " reads it back as a whole");
        }
        PartsReadBack comparison = new PartsReadBack(packager.name());
        Optional<String> rule = comparison.difference("", given, back);
        return rule.isPresent() || !comparison.otherText || packsTheSame(given, back)
                ? rule
                : Optional.of("packager " + packager.name() + " reads back other parts than it has packed"
                        + aboutBitmap(given));
    }

    private static boolean packsTheSame(ISOMsg given, ISOMsg read) {
        try {
            return Arrays.equals(given.pack(), read.pack());
        } catch (ISOException | RuntimeException e) {
            return false;
        }
    }

    private static String aboutBitmap(ISOMsg given) {
        return hasBitmap(given)
                ? ""
                : ": they follow each other without a bitmap, so none can be left out in front of another";
    }

    private Optional<String> difference(String path, ISOMsg given, ISOMsg read) {
        Map<String, ISOComponent> before = parts(given);
        Map<String, ISOComponent> after = parts(read);
        if (!before.keySet().equals(after.keySet())) {
            return Optional.of(
                    named(path, before.keySet()) + " packed, and packager " + packager + " reads back "
                            + (after.isEmpty() ? "none" : String.join(", ", after.keySet()))
                            + (hasBitmap(given)
                                    ? ""
                                    : ": they follow each other without a bitmap, so none can be left out in front of another"));
        }
        for (Map.Entry<String, ISOComponent> part : before.entrySet()) {
            ISOComponent back = after.get(part.getKey());
            String name = path + part.getKey();
            Optional<String> rule = Optional.empty();
            if (part.getValue() instanceof ISOMsg inner && back instanceof ISOMsg innerBack) {
                rule = difference(name + ".", inner, innerBack);
            } else if (!isSame(format(given, part.getValue()), part.getValue(), back)) {
                rule = Optional.of(
                        "packager " + packager + " reads back another value of part " + name + " than it has packed");
            }
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private static String named(String path, Set<String> parts) {
        return (parts.size() == 1 ? "part " : "parts ")
                + path
                + String.join(", " + path, parts)
                + (parts.size() == 1 ? " is" : " are");
    }

    /** By number or tag, without the bitmap. */
    private static Map<String, ISOComponent> parts(ISOMsg whole) {
        Map<String, ISOComponent> parts = new TreeMap<>(PartsReadBack::compare);
        for (Object child : whole.getChildren().values()) {
            ISOComponent part = (ISOComponent) child;
            if (part instanceof ISOTaggedField tagged) {
                parts.put(tagged.getTag().toUpperCase(Locale.ROOT), part);
            } else if (holdsValue(whole, part)) {
                parts.put(String.valueOf(part.getFieldNumber()), part);
            }
        }
        return parts;
    }

    private static int compare(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }

    private static boolean holdsValue(ISOMsg whole, ISOComponent part) {
        if (part.getFieldNumber() < 0) {
            return false;
        }
        ISOFieldPackager format = format(whole, part);
        return !(format instanceof ISOBitMapPackager) && !(format instanceof IF_NOP);
    }

    private static ISOFieldPackager format(ISOMsg whole, ISOComponent part) {
        return whole.getPackager() instanceof ISOBasePackager inner
                ? inner.getFieldPackager(part.getFieldNumber())
                : null;
    }

    private static boolean hasBitmap(ISOMsg whole) {
        return whole.getPackager() instanceof ISOBasePackager inner && bitmap(inner) != null;
    }

    private static ISOFieldPackager bitmap(ISOBasePackager inner) {
        for (int number = 0; number <= 1; number++) {
            if (inner.getFieldPackager(number) instanceof ISOBitMapPackager) {
                return inner.getFieldPackager(number);
            }
        }
        return null;
    }

    private boolean isSame(ISOFieldPackager format, ISOComponent given, ISOComponent read) {
        try {
            if (Arrays.equals(ElementFormat.bytesOf(given), ElementFormat.bytesOf(read))) {
                return true;
            }
            otherText = true;
            return format != null && Arrays.equals(format.pack(given), format.pack(read));
        } catch (ISOException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Whether part 1 is the reason why parts with a bitmap cannot be read back: its bit says that a second bitmap
     * follows.
     *
     * @param given what was packed
     */
    static Optional<String> bitmapTaken(IsoPackager packager, int element, ISOMsg given) {
        if (given.hasField(1)
                && packager.getFieldPackager(element) instanceof ISOMsgFieldPackager composite
                && composite.getISOMsgPackager() instanceof ISOBasePackager inner
                && bitmap(inner) != null
                && bitmap(inner).getLength() > BITMAP_BYTES) {
            return Optional.of(named("", parts(given).keySet()) + " packed with a bitmap of " + BITMAP_BYTES
                    + " bytes, but packager " + packager.name() + " reads one of "
                    + bitmap(inner).getLength()
                    + ", since the bit of part 1 announces a second bitmap");
        }
        return Optional.empty();
    }
}
