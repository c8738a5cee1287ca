package io.github.isostress.framing;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a framing as users write it, in words separated by blanks or commas. The text begins with a preset's name, and
 * each further word changes one part; or it begins with {@code length=}, and every part not named is absent.
 *
 * The words: {@code length=ascii4}; what the length counts, such as {@code inclusive} or {@code counts-header}; in hex
 * {@code lead=02}, {@code filler=0000}, {@code header=6000010002} ({@code LLLL} in it for the length of header and
 * message) and {@code trailer=03}; {@code skip=5}, the header bytes received ({@code sent} for as many as are sent,
 * {@code own} if the header's first byte says it); {@code lrc}, {@code polls=answer}, {@code quiet=20} (ms) and {@code
 * max=9999} (bytes).
 */
public final class FramingReader {
    /** The value of {@code skip=} for a received header that says its own length. */
    static final String OWN = "own";

    /** The value of {@code skip=} for as many bytes as are sent. */
    static final String SENT = "sent";

    private static final String LENGTH = "length=";
    private static final String ANSWER = "answer";
    private static final String IGNORE = "ignore";

    private FixedBytes lead;
    private LengthPrefix prefix;
    private FixedBytes filler;
    private FrameHeader header;
    private boolean asManyAsSent;
    private FixedBytes trailer;
    private Lrc lrc;
    private final Set<FramePart> counted = EnumSet.noneOf(FramePart.class);
    private boolean answersPolls;
    private int quietMillis;
    private int maxLength;

    private FramingReader(Framing base) {
        lead = base.lead();
        prefix = base.prefix();
        filler = base.filler();
        header = base.header();
        asManyAsSent = header.skip() == header.length();
        trailer = base.trailer();
        lrc = base.lrc();
        counted.addAll(base.counted());
        answersPolls = base.answersPolls();
        quietMillis = base.quietMillis();
        maxLength = base.maxLength();
    }

    /**
     * Reads a text; a blank one means {@code binary2}.
     *
     * @throws IllegalArgumentException with one clear sentence that names the part and its rule
     */
    public static Framing parse(String text) {
        if (text.strip().startsWith(LENGTH)) {
            return of(Framing.BARE, text);
        }
        String[] words = text.strip().split("[\\s,]+", 2);
        FramingPreset preset = words[0].isEmpty() ? FramingPreset.BINARY2 : FramingPreset.named(words[0]);
        return of(preset.framing(), words.length == 1 ? "" : words[1]);
    }

    /** Changes the parts of a framing that the words name. */
    static Framing of(Framing base, String words) {
        FramingReader framing = new FramingReader(base);
        Stream.of(words.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .forEach(framing::apply);
        return framing.result();
    }

    private void apply(String word) {
        int equals = word.indexOf('=');
        String key = equals < 0 ? word : word.substring(0, equals + 1);
        String value = equals < 0 ? "" : word.substring(equals + 1);
        switch (key) {
            case LENGTH -> prefix = LengthPrefix.parse(value);
            case "lead=" -> lead = hex(key, value);
            case "filler=" -> filler = hex(key, value);
            case "header=" -> header = FrameHeader.parse(value).skipping(header.skip());
            case "skip=" -> skip(value);
            case "trailer=" -> trailer = hex(key, value);
            case "lrc", "lrc=" -> lrc = Lrc.parse(value);
            case "polls=" -> answersPolls = isAnswered(value);
            case "quiet=" -> quietMillis = number(key, value);
            case "max=" -> maxLength = number(key, value);
            default -> count(word);
        }
    }

    private void count(String word) {
        for (FramePart part : FramePart.COUNTABLE) {
            if (word.equals(part.countingWord(true))) {
                counted.add(part);
                return;
            }
            if (word.equals(part.countingWord(false))) {
                counted.remove(part);
                return;
            }
        }
        throw new IllegalArgumentException("framing: '" + word
                + "' is none of length=, lead=, filler=, header=, skip=, trailer=, lrc, polls=, quiet=, max=, "
                + FramePart.COUNTABLE.stream()
                        .flatMap(part -> Stream.of(part.countingWord(true), part.countingWord(false)))
                        .collect(Collectors.joining(", ")));
    }

    private void skip(String value) {
        asManyAsSent = value.equals(SENT);
        if (!asManyAsSent) {
            header = header.skipping(
                    value.equals(OWN)
                            ? FrameHeader.OWN_LENGTH
                            : Math.max(FrameHeader.OWN_LENGTH + 1, number("skip=", value)));
        }
    }

    private static boolean isAnswered(String value) {
        if (!value.equals(ANSWER) && !value.equals(IGNORE)) {
            throw new IllegalArgumentException("framing: polls=" + value + " is neither answer nor ignore");
        }
        return value.equals(ANSWER);
    }

    private static FixedBytes hex(String key, String value) {
        try {
            return FixedBytes.ofHex(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("framing: " + key + value + " is not an even number of hex digits", e);
        }
    }

    private static int number(String key, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("framing: " + key + value + " is no whole number", e);
        }
    }

    private Framing result() {
        FrameHeader received = asManyAsSent ? header.skipping(header.length()) : header;
        Framing framing = new Framing(
                lead, prefix, filler, received, trailer, lrc, counted, answersPolls, quietMillis, maxLength);
        if (framing.longestMessage() < 1) {
            throw new IllegalArgumentException("framing: no message can be sent, since a length of "
                    + framing.prefix() + " goes to " + framing.prefix().largest()
                    + " and what else it counts, or that in the header, leaves no room for one");
        }
        return framing;
    }
}
