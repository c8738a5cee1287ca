package io.github.isostress.framing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a framing as panels show and change them, each in the words of {@link FramingReader}. A part may hold
 * any text: parsing the whole then says what is wrong. Immutable.
 *
 * @param length how the length is written, such as {@code ascii4}
 * @param counted which of {@link FramePart#COUNTABLE} the length counts
 * @param lead bytes in front of the length, in hex; blank for none
 * @param filler bytes between length and header that are never counted, in hex; blank for none
 * @param header bytes sent between length and message, in hex, with {@code LL} for the length; blank for none
 * @param skip how many header bytes stand in what is received, or {@code own}; blank for as many as are sent
 * @param trailer bytes behind the message, in hex; blank for none
 * @param lrc what the LRC covers, as {@link Lrc#word()}; blank for none
 * @param answersPolls whether a received frame whose length is zero is sent back
 * @param quiet how long the line must be silent to end a frame, in ms; blank for {@link Framing#DEFAULT_QUIET_MILLIS}
 * @param max the longest message in bytes; blank for {@link Framing#DEFAULT_MAX_LENGTH}
 */
public record FramingParts(
        String length,
        Set<FramePart> counted,
        String lead,
        String filler,
        String header,
        String skip,
        String trailer,
        String lrc,
        boolean answersPolls,
        String quiet,
        String max) {

    /** All parts blank. */
    public static final FramingParts BLANK = new FramingParts("", Set.of(), "", "", "", "", "", "", false, "", "");

    /** Removes blanks and commas, which would end a word. */
    public FramingParts {
        Set<FramePart> copy = EnumSet.noneOf(FramePart.class);
        copy.addAll(counted);
        counted = Set.copyOf(copy);
        length = word(length);
        lead = word(lead);
        filler = word(filler);
        header = word(header).replace('l', 'L');
        skip = word(skip);
        trailer = word(trailer);
        lrc = word(lrc).equals(Lrc.NONE.word()) ? "" : word(lrc);
        quiet = word(quiet);
        max = word(max);
    }

    private static String word(String part) {
        return part.replaceAll("[\\s,]+", "").toLowerCase(Locale.ROOT);
    }

    /** The parts of a framing; those with their default are blank. */
    public static FramingParts of(Framing framing) {
        FrameHeader header = framing.header();
        return new FramingParts(
                framing.prefix().toString(),
                framing.counted(),
                framing.lead().toString(),
                framing.filler().toString(),
                header.toString(),
                skip(header),
                framing.trailer().toString(),
                framing.lrc().word(),
                framing.answersPolls(),
                unless(framing.quietMillis(), Framing.DEFAULT_QUIET_MILLIS),
                unless(framing.maxLength(), Framing.DEFAULT_MAX_LENGTH));
    }

    private static String skip(FrameHeader header) {
        return header.hasOwnLength() ? FramingReader.OWN : unless(header.skip(), header.length());
    }

    private static String unless(int number, int usual) {
        return number == usual ? "" : String.valueOf(number);
    }

    /**
     * The text for these parts: the preset that has exactly these, or else the preset given and the parts that differ
     * from it.
     */
    public String text(FramingPreset preset) {
        return Arrays.stream(FramingPreset.values())
                .filter(each -> of(each.framing()).equals(this))
                .findFirst()
                .orElse(preset)
                .presetName()
                .transform(name ->
                        (name + " " + differingFrom(of(FramingPreset.named(name).framing()))).strip());
    }

    /** All parts, beginning with {@code length=} instead of a preset. */
    String words() {
        return ("length=" + length + " "
                        + differingFrom(of(Framing.BARE))
                                .replaceFirst("^length=\\S+", "")
                                .strip())
                .strip();
    }

    private String differingFrom(FramingParts usual) {
        Stream<String> counting = FramePart.COUNTABLE.stream()
                .filter(part -> counted.contains(part) != usual.counted.contains(part))
                .map(part -> part.countingWord(counted.contains(part)));
        Stream<String> bytes = Stream.of(
                word("lead=", lead, usual.lead, ""),
                word("filler=", filler, usual.filler, ""),
                word("header=", header, usual.header, ""),
                word("skip=", skip, usual.skip, FramingReader.SENT),
                word("trailer=", trailer, usual.trailer, ""),
                word("lrc=", lrc, usual.lrc, Lrc.NONE.word()).replace("lrc=" + Lrc.BEHIND_LEAD.word(), "lrc"),
                answersPolls == usual.answersPolls ? "" : answersPolls ? "polls=answer" : "polls=ignore",
                word("quiet=", quiet, usual.quiet, String.valueOf(Framing.DEFAULT_QUIET_MILLIS)),
                word("max=", max, usual.max, String.valueOf(Framing.DEFAULT_MAX_LENGTH)));
        return Stream.of(Stream.of(word("length=", length, usual.length, "")), counting, bytes)
                .flatMap(words -> words)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String word(String key, String value, String usual, String blank) {
        return value.equals(usual) ? "" : key + (value.isEmpty() ? blank : value);
    }
}
