package io.github.isostress.draft;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/** Makes a template from a pasted message: a dump, an array, XML or JSON. Stateless and thread-safe. */
public final class MessageImport {
    /** The longest text that is read, in characters. */
    private static final int LONGEST = 1_000_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern XML = Pattern.compile("\\s*<[?!A-Za-z]");

    private MessageImport() {}

    /**
     * The template of a pasted message. It fills to exactly the imported bytes and evaluates nothing in them: if values
     * cannot give these bytes, the captured message comes first as {@code hex} lines.
     *
     * @param pasted a hex dump (also with offsets and an ASCII column, or among the words of a log), an array or a text
     *     in quotes of source code, jPOS {@code <isomsg>} XML, or JSON; at most 1,000,000 characters
     * @param packager reads the bytes of a dump; without one a dump becomes a raw {@code hex} template
     * @param frame removes the framing from a dump
     * @throws IllegalArgumentException with one clear sentence if the text is none of these or cannot be read
     */
    public static String toTemplate(String pasted, Optional<IsoPackager> packager, FrameStripping frame) {
        if (pasted.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the text has " + Plural.of(pasted.length(), "character") + ", at most " + LONGEST + " are read");
        }
        String text = StringUtils.removeStart(pasted, BYTE_ORDER_MARK);
        String start = text.stripLeading();
        if (start.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to import");
        }
        if (isJson(start)) {
            return MessageJsonReader.read(text).template(required(packager));
        }
        if (text.contains(IsomsgXmlReader.START)) {
            return IsomsgXmlReader.read(text).template(required(packager));
        }
        return dump(dumps(text), packager, frame);
    }

    private static List<byte[]> dumps(String text) {
        try {
            return DumpReader.read(text);
        } catch (IllegalArgumentException e) {
            throw XML.matcher(text).lookingAt()
                    ? new IllegalArgumentException("the XML has no <isomsg> element", e)
                    : e;
        }
    }

    /** Braces around bytes are those of an array. */
    private static boolean isJson(String start) {
        String inside = start.startsWith("{") ? start.substring(1).stripLeading() : "";
        return inside.startsWith("\"") || inside.startsWith("}");
    }

    private static IsoPackager required(Optional<IsoPackager> packager) {
        return packager.orElseThrow(() -> new IllegalArgumentException(
                "XML and JSON give elements, which need a packager, and the connection has none"));
    }

    private static String dump(List<byte[]> dumps, Optional<IsoPackager> packager, FrameStripping frame) {
        List<DumpedMessage> candidates = DumpedMessage.candidates(dumps, frame);
        if (packager.isPresent()) {
            return DumpedMessage.template(candidates, packager.get());
        }
        if (dumps.size() > 1) {
            throw new IllegalArgumentException(
                    "the text can be read in two ways, and there is no packager to tell which;"
                            + " paste the bytes alone, as hex digits");
        }
        DumpedMessage likeliest = candidates.get(0);
        return likeliest.note() + HexLines.of(likeliest.bytes());
    }

    /** Removes the frame around a message. */
    @FunctionalInterface
    public interface FrameStripping {
        /** Leaves all bytes. */
        FrameStripping NONE = bytes -> bytes;

        /** The message alone; all bytes if they have no such frame. */
        byte[] strip(byte[] bytes);
    }
}
