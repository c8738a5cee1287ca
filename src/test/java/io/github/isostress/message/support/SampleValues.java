package io.github.isostress.message.support;

import io.github.isostress.message.codec.GuardedPackager;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.jpos.iso.IF_NOP;
import org.jpos.iso.ISOAmount;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOFieldPackager;

/** Random valid values of an element, by the name and the length of its jPOS field packager. */
public final class SampleValues {
    private static final int LONGEST = 60;
    private static final int TRACK_2 = 37;

    private SampleValues() {}

    static boolean canHold(ISOFieldPackager format) {
        return format != null && !(format instanceof ISOBitMapPackager) && !(format instanceof IF_NOP);
    }

    public static String of(ISOFieldPackager format, Random random) {
        String name = GuardedPackager.unwrap(format).getClass().getSimpleName();
        int most = Math.min(format.getLength(), LONGEST);
        if (format.createComponent(2) instanceof ISOBinaryField) {
            boolean variable = name.matches("IF\\w_L.*");
            return hexDigits(variable ? 1 : format.getLength(), variable ? most : format.getLength(), random);
        }
        if (format.createComponent(2) instanceof ISOAmount) {
            return digits(format.getLength(), format.getLength(), random);
        }
        if (name.endsWith("AMOUNT")) {
            return (random.nextBoolean() ? "C" : "D") + digits(1, most - 1, random);
        }
        if (name.contains("NUM")) {
            return format.getLength() == TRACK_2
                    ? digits(12, 19, random) + "=" + digits(7, 15, random)
                    : digits(1, most, random);
        }
        if (name.contains("HEX")) {
            return text(1, most, random, any -> "0123456789ABCDEF".charAt(any % 16));
        }
        return text(1, most, random, SampleValues::character);
    }

    public static String digits(int least, int most, Random random) {
        return text(least, most, random, any -> '0' + any % 10);
    }

    static String hexDigits(int leastBytes, int mostBytes, Random random) {
        byte[] bytes = new byte[leastBytes + random.nextInt(mostBytes - leastBytes + 1)];
        random.nextBytes(bytes);
        return Messages.hex(bytes);
    }

    /** Printable ISO 8859-1, blanks and quotes included; without the dollar sign that begins a variable. */
    private static int character(int any) {
        int character = any % 2 == 0 ? ' ' + any % 95 : 0xA1 + any % 95;
        return character == '$' ? ' ' : character;
    }

    private static String text(int least, int most, Random random, IntUnaryOperator character) {
        StringBuilder text = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        while (text.length() < length) {
            text.append((char) character.applyAsInt(random.nextInt(1 << 16)));
        }
        return text.toString();
    }
}
