package io.github.isostress.message.codec;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.jpos.iso.AsciiInterpreter;
import org.jpos.iso.AsciiPrefixer;
import org.jpos.iso.BCDInterpreter;
import org.jpos.iso.BcdPrefixer;
import org.jpos.iso.BinaryPrefixer;
import org.jpos.iso.EbcdicInterpreter;
import org.jpos.iso.EbcdicPrefixer;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOStringFieldPackager;
import org.jpos.iso.Interpreter;
import org.jpos.iso.LeftPadder;
import org.jpos.iso.LiteralInterpreter;
import org.jpos.iso.NullPadder;
import org.jpos.iso.NullPrefixer;
import org.jpos.iso.Padder;
import org.jpos.iso.Prefixer;
import org.jpos.iso.RightPadder;
import org.jpos.iso.RightTPadder;

/**
 * How the text of an element becomes bytes: padded, encoded, behind its length. Writes the bytes that the element's
 * field packager packs straight into the message, without a copy. Immutable and thread-safe.
 */
public final class TextForm {
    private static final List<Padder> PADDERS =
            List.of(NullPadder.INSTANCE, LeftPadder.ZERO_PADDER, RightPadder.SPACE_PADDER, RightTPadder.SPACE_PADDER);
    private static final List<Class<? extends Prefixer>> PREFIXERS = List.of(
            NullPrefixer.class, AsciiPrefixer.class, BcdPrefixer.class, BinaryPrefixer.class, EbcdicPrefixer.class);
    /** Longer elements get no form: every possible length prefix is kept. */
    private static final int LONGEST = 999;

    private final Padder padder;
    private final Interpreter interpreter;
    private final Encoding encoding;
    private final int length;
    private final byte[] prefixes;
    private final int prefixLength;

    /** Writes characters where the message is all zeros. */
    @FunctionalInterface
    private interface Encoding {
        void put(String text, byte[] message, int at);
    }

    private TextForm(Padder padder, Interpreter interpreter, Encoding encoding, Prefixer prefixer, int length)
            throws ISOException {
        this.padder = padder;
        this.interpreter = interpreter;
        this.encoding = encoding;
        this.length = length;
        this.prefixLength = prefixer.getPackedLength();
        this.prefixes = new byte[prefixLength * (length + 1)];
        byte[] prefix = new byte[prefixLength];
        for (int i = 0; i <= length; i++) {
            prefixer.encodeLength(i, prefix);
            System.arraycopy(prefix, 0, prefixes, i * prefixLength, prefixLength);
        }
    }

    /** The form of a field packager; empty if only the packager itself can pack. */
    static Optional<TextForm> of(ISOFieldPackager packager) {
        int length = packager.getLength();
        if (!packsItsParts(packager) || length <= 0 || length > LONGEST) {
            return Optional.empty();
        }
        try {
            Padder padder = (Padder) part(packager, "padder");
            Interpreter interpreter = (Interpreter) part(packager, "interpreter");
            Prefixer prefixer = (Prefixer) part(packager, "prefixer");
            Encoding encoding = encoding(interpreter);
            return encoding != null && PADDERS.contains(padder) && PREFIXERS.contains(prefixer.getClass())
                    ? Optional.of(new TextForm(padder, interpreter, encoding, prefixer, length))
                    : Optional.empty();
        } catch (ISOException | ReflectiveOperationException | RuntimeException e) {
            // A part is missing, a length has more digits than its prefix, or this is another jPOS.
            return Optional.empty();
        }
    }

    private static boolean packsItsParts(ISOFieldPackager packager) {
        try {
            return packager.getClass().getMethod("pack", ISOComponent.class).getDeclaringClass()
                    == ISOStringFieldPackager.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** jPOS has setters for the parts of a field packager, and nothing that tells them. */
    private static Object part(ISOFieldPackager packager, String name) throws ReflectiveOperationException {
        Object part = FieldUtils.readField(ISOStringFieldPackager.class.getDeclaredField(name), packager, true);
        return Objects.requireNonNull(part, name);
    }

    /** Encodes as an interpreter does; null if only the interpreter can. */
    private static Encoding encoding(Interpreter interpreter) {
        if (interpreter == AsciiInterpreter.INSTANCE || interpreter == LiteralInterpreter.INSTANCE) {
            return TextForm::putLatin1;
        }
        if (interpreter instanceof BCDInterpreter bcd) {
            return bcd::interpret;
        }
        return interpreter == EbcdicInterpreter.INSTANCE ? EbcdicInterpreter.INSTANCE::interpret : null;
    }

    /** jPOS's interpreters of such text copy it first. */
    private static void putLatin1(String text, byte[] message, int at) {
        for (int i = 0; i < text.length(); i++) {
            message[at + i] = (byte) text.charAt(i);
        }
    }

    /** How many bytes a text takes that {@link ElementFormat#checkText} allows. */
    public int length(String text) {
        return prefixLength + interpreter.getPackedLength(padder == NullPadder.INSTANCE ? text.length() : length);
    }

    /** Writes a text that {@link ElementFormat#checkText} allows, where the message is all zeros. */
    public void write(String text, byte[] message, int at) {
        String padded = padded(text);
        System.arraycopy(prefixes, padded.length() * prefixLength, message, at, prefixLength);
        encoding.put(padded, message, at + prefixLength);
    }

    private String padded(String text) {
        if (padder == NullPadder.INSTANCE) {
            return text;
        }
        return padder == LeftPadder.ZERO_PADDER
                ? StringUtils.leftPad(text, length, '0')
                : StringUtils.rightPad(text, length);
    }
}
