package io.github.isostress.message.codec;

import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;

/**
 * The characters that a field packager reads back as it packed them. jPOS packs other characters, too, but into bytes
 * that mean something else. Tries each character of ISO 8859-1 when first asked. Thread-safe.
 */
final class PackedCharacters {
    private static final int CHARACTERS = 256;
    /** Characters tried at most; no field packager treats later ones differently. */
    private static final int LONGEST = 999;

    private final ISOFieldPackager packager;
    /** Null until asked for. */
    private volatile boolean[] held;

    PackedCharacters(ISOFieldPackager packager) {
        this.packager = packager;
    }

    /** Whether a character of a text is packed as itself. */
    boolean hold(char character) {
        return character < CHARACTERS && held()[character];
    }

    /** Where the first character of a text stands that is not packed as itself; -1 if all are. */
    int firstOther(String text) {
        boolean[] known = held();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= CHARACTERS || !known[character]) {
                return i;
            }
        }
        return -1;
    }

    private boolean[] held() {
        boolean[] known = held;
        if (known == null) {
            known = tried();
            held = known;
        }
        return known;
    }

    String packagerName() {
        return packager.getClass().getSimpleName();
    }

    /** Every character if the packager cannot be tried, such as one that packs tags. */
    private boolean[] tried() {
        boolean[] characters = new boolean[CHARACTERS];
        String digits = "1".repeat(Math.max(1, Math.min(packager.getLength(), LONGEST)));
        boolean canBeTried = isReadAgain(digits) || isReadAgain(digits.replace('1', 'A'));
        for (char character = 0; character < CHARACTERS; character++) {
            characters[character] = !canBeTried || isReadAgain(with(character, digits));
        }
        return characters;
    }

    /** In the middle, where no padding touches it. */
    private static String with(char character, String digits) {
        return digits.length() < 3
                ? StringUtils.repeat(character, digits.length())
                : "1" + character + digits.substring(2);
    }

    private boolean isReadAgain(String text) {
        try {
            byte[] bytes = packager.pack(new ISOField(0, text));
            ISOComponent read = packager.createComponent(0);
            return packager.unpack(read, bytes, 0) == bytes.length && text.equals(read.getValue());
        } catch (ISOException | RuntimeException e) {
            return false;
        }
    }
}
