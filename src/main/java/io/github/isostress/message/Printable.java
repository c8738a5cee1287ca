package io.github.isostress.message;

import java.util.HexFormat;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOUtil;

/** Text from the wire as people and files can take it: a control character in it would spoil an XML JTL. */
public final class Printable {
    private Printable() {}

    /** The text itself if all of it is printable ASCII, else its bytes in hex digits. */
    public static String orHex(String text) {
        return StringUtils.isAsciiPrintable(text)
                ? text
                : HexFormat.of().withUpperCase().formatHex(text.getBytes(ISOUtil.CHARSET));
    }

    /** A packager's name for an element as one line: whatever breaks lines in it becomes a blank. */
    static String oneLine(String name) {
        String line = name.strip();
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                return line.replaceAll("\\p{Cc}+", " ").strip();
            }
        }
        return line;
    }
}
