package io.github.isostress.message.codec;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.jpos.iso.AsciiHexInterpreter;
import org.jpos.iso.AsciiInterpreter;
import org.jpos.iso.AsciiPrefixer;
import org.jpos.iso.BCDInterpreter;
import org.jpos.iso.BcdPrefixer;
import org.jpos.iso.BinaryInterpreter;
import org.jpos.iso.BinaryPrefixer;
import org.jpos.iso.EbcdicInterpreter;
import org.jpos.iso.EbcdicPrefixer;
import org.jpos.iso.ISOBinaryFieldPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOStringFieldPackager;
import org.jpos.iso.Interpreter;
import org.jpos.iso.LiteralBinaryInterpreter;
import org.jpos.iso.LiteralInterpreter;
import org.jpos.iso.NullPrefixer;
import org.jpos.iso.Prefixer;

/**
 * How a field packager of jPOS lays an element out: a length prefix or a fixed length, and how many bytes the
 * characters take. Tells an element's extent without reading its value. Exists only for packagers whose reading cannot
 * fail once all these bytes are there. Immutable and thread-safe.
 */
public final class FieldLayout {
    /** The extent if only reading the element can tell it. */
    public static final int UNTOLD = -1;

    /** Interpreters that read any bytes without failing. */
    private static final Set<Class<?>> INTERPRETERS = Set.of(
            AsciiInterpreter.class,
            LiteralInterpreter.class,
            BCDInterpreter.class,
            EbcdicInterpreter.class,
            LiteralBinaryInterpreter.class,
            AsciiHexInterpreter.class);

    private static final Set<Class<?>> PREFIXERS =
            Set.of(AsciiPrefixer.class, BcdPrefixer.class, BinaryPrefixer.class, EbcdicPrefixer.class);

    private final Prefixer prefixer;
    private final int prefixBytes;
    private final int longest;
    /**
     * How many bytes two characters take: 1 in BCD, 4 in hex digits. Kept as a number, since calling the interpreter
     * would be a megamorphic call.
     */
    private final int widthOfTwo;

    private final boolean isText;

    private FieldLayout(Prefixer prefixer, int longest, int widthOfTwo, boolean isText) {
        this.prefixer = prefixer;
        this.prefixBytes = prefixer.getPackedLength();
        this.longest = longest;
        this.widthOfTwo = widthOfTwo;
        this.isText = isText;
    }

    /** The layout of a field packager; empty if it is unknown, or if reading may fail although all bytes are there. */
    public static Optional<FieldLayout> of(ISOFieldPackager packager) {
        try {
            return isJposOwn(packager) && packager.getLength() > 0 && !isTrimming(packager)
                    ? of(packager.getLength(), part(packager, "prefixer"), part(packager, "interpreter"))
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A user's class, or a subclass with its own unpack method, may read anything. */
    private static boolean isJposOwn(ISOFieldPackager packager) throws NoSuchMethodException {
        Class<?> type = packager.getClass();
        Class<?> reads = type.getMethod("unpack", ISOComponent.class, byte[].class, int.class)
                .getDeclaringClass();
        Class<?> creates = type.getMethod("createComponent", int.class).getDeclaringClass();
        return type.getPackageName().equals(ISOFieldPackager.class.getPackageName())
                && (reads == ISOStringFieldPackager.class && creates == ISOFieldPackager.class
                        || reads == ISOBinaryFieldPackager.class && creates == ISOBinaryFieldPackager.class);
    }

    /** A trimming packager's length depends on the bytes that follow. */
    private static boolean isTrimming(ISOFieldPackager packager) throws IllegalAccessException {
        return Boolean.TRUE.equals(part(packager, "trim"));
    }

    /** jPOS has no methods to ask for these. */
    private static Object part(ISOFieldPackager packager, String name) throws IllegalAccessException {
        return FieldUtils.readField(packager, name, true);
    }

    private static Optional<FieldLayout> of(int longest, Object prefixer, Object interpreter) {
        boolean isKnown = INTERPRETERS.contains(interpreter.getClass())
                && (prefixer == NullPrefixer.INSTANCE || PREFIXERS.contains(prefixer.getClass()));
        if (!isKnown) {
            return Optional.empty();
        }
        boolean isText = interpreter instanceof Interpreter;
        IntUnaryOperator width = isText
                ? ((Interpreter) interpreter)::getPackedLength
                : ((BinaryInterpreter) interpreter)::getPackedLength;
        int widthOfTwo = width.applyAsInt(2);
        return width.applyAsInt(1) == width(1, widthOfTwo) && width.applyAsInt(longest) == width(longest, widthOfTwo)
                ? Optional.of(new FieldLayout((Prefixer) prefixer, longest, widthOfTwo, isText))
                : Optional.empty();
    }

    private static int width(int length, int widthOfTwo) {
        return (length * widthOfTwo + 1) / 2;
    }

    /** Whether the value is text; else it is bytes. */
    public boolean isText() {
        return isText;
    }

    /**
     * How many bytes an element takes, its length prefix included.
     *
     * @param at the offset of its first byte
     * @return {@link #UNTOLD} if it is not known to be readable
     */
    public int extent(byte[] bytes, int at) {
        int length = prefixBytes == 0 ? longest : prefix(bytes, at);
        if (length <= 0 || length > longest) {
            return UNTOLD;
        }
        int extent = prefixBytes + width(length, widthOfTwo);
        return extent <= bytes.length - at ? extent : UNTOLD;
    }

    private int prefix(byte[] bytes, int at) {
        try {
            return prefixBytes <= bytes.length - at ? prefixer.decodeLength(bytes, at) : UNTOLD;
        } catch (ISOException e) {
            return UNTOLD;
        }
    }
}
