package io.github.isostress.support;

import io.github.isostress.framing.FixedBytes;
import io.github.isostress.framing.FrameHeader;
import io.github.isostress.framing.FramePart;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.LengthPrefix;
import io.github.isostress.framing.Lrc;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Framings with every length and every word, in every combination that can carry a message. */
public final class AnyFraming {
    private static final List<LengthPrefix> PREFIXES = Stream.concat(
                    Stream.of("none"),
                    Stream.of("binary%d", "binary%d-le", "bcd%d", "ascii%d", "ebcdic%d", "hex%d")
                            .flatMap(form -> IntStream.rangeClosed(1, 4).mapToObj(form::formatted)))
            .map(LengthPrefix::parse)
            .toList();

    private AnyFraming() {}

    public static Arbitrary<Framing> ofTheLanguage() {
        Arbitrary<FixedBytes> few = bytes(3);
        return Combinators.combine(
                        few,
                        Arbitraries.of(PREFIXES),
                        few,
                        headers(),
                        few,
                        Arbitraries.of(Lrc.values()),
                        counted(),
                        manners())
                .as((lead, prefix, filler, header, trailer, lrc, counted, manners) -> new Framing(
                        lead,
                        prefix,
                        filler,
                        header,
                        trailer,
                        lrc,
                        counted,
                        manners.answersPolls,
                        manners.quiet,
                        manners.max))
                .filter(framing -> framing.longestMessage() > 0);
    }

    private record Manners(boolean answersPolls, int quiet, int max) {}

    private static Arbitrary<Manners> manners() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(Framing.DEFAULT_QUIET_MILLIS, 1, 10_000),
                        Arbitraries.of(Framing.DEFAULT_MAX_LENGTH, 1, 99, 9_999))
                .as(Manners::new);
    }

    private static Arbitrary<Set<FramePart>> counted() {
        return Arbitraries.of(FramePart.COUNTABLE).set();
    }

    /** STX, ETX, letters and any byte. */
    private static Arbitrary<FixedBytes> bytes(int most) {
        return Arbitraries.oneOf(Arbitraries.of((byte) 2, (byte) 3, (byte) 0, (byte) 'I'), Arbitraries.bytes())
                .array(byte[].class)
                .ofMaxSize(most)
                .map(FixedBytes::of);
    }

    private static Arbitrary<FrameHeader> headers() {
        Arbitrary<FrameHeader> plain = Combinators.combine(
                        bytes(6), Arbitraries.of(FrameHeader.OWN_LENGTH, 0, 1, 2, 5, 7))
                .as((bytes, skip) -> FrameHeader.parse(bytes.toString()).skipping(skip));
        Arbitrary<FrameHeader> withLength = Combinators.combine(
                        bytes(3), Arbitraries.integers().between(1, 4), bytes(3))
                .as((before, width, behind) -> FrameHeader.parse(before + "LL".repeat(width) + behind));
        Arbitrary<FrameHeader> ofItsOwnLength = Combinators.combine(
                        Arbitraries.integers().between(2, 8), Arbitraries.of(true, false))
                .as(AnyFraming::ofItsOwnLength);
        return Arbitraries.oneOf(plain, withLength, ofItsOwnLength);
    }

    /** A header whose first byte is its length; another follows it if its second byte says so. */
    private static FrameHeader ofItsOwnLength(int length, boolean rejected) {
        byte[] header = Arrays.copyOf(new byte[] {0, 0, 'V', 2, 3}, length + (rejected ? 3 : 0));
        header[0] = (byte) length;
        header[1] = (byte) (rejected ? 0x80 : 0x7F);
        if (rejected) {
            header[length] = 3;
        }
        return FrameHeader.parse(FixedBytes.of(header).toString()).skipping(FrameHeader.OWN_LENGTH);
    }
}
