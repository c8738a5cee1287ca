package io.github.isostress.diagnosis;

import io.github.isostress.framing.Framing;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.words.Plural;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client has sent that a host cannot take, and what the client may speak instead, in words that show no value of a
 * message. Immutable; finding the words takes well below a millisecond for a message of usual length.
 *
 * @param bytes from the beginning of a frame on
 * @param framing the host's
 * @param packager the host's; empty if it reads no messages
 */
public record Misread(byte[] bytes, Framing framing, Optional<IsoPackager> packager) {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final int MOST_EXAMINED = 4_096;

    /** What the client may do instead, after a semicolon; empty if the host's settings fit best, or nothing does. */
    public String suspicion() {
        byte[] examined = bytes.length > MOST_EXAMINED ? Arrays.copyOf(bytes, MOST_EXAMINED) : bytes;
        if (ForeignProtocol.isTls(examined)) {
            return "; the client may speak TLS";
        }
        return FramingDoctor.best(examined, framing, packager)
                .filter(Finding::isConclusive)
                .map(this::differences)
                .filter(words -> !words.isEmpty())
                .map(words -> "; the client may use " + words)
                .orElse("");
    }

    private String differences(Finding finding) {
        Optional<String> otherFraming = finding.isConfigured()
                ? Optional.empty()
                : Optional.of("framing " + finding.framing().text());
        Optional<String> otherPackager = finding.reading()
                .map(Reading::packager)
                .filter(read -> packager.isPresent() && packager.get() != read)
                .map(read -> "packager " + read.name());
        return Stream.of(otherFraming, otherPackager).flatMap(Optional::stream).collect(Collectors.joining(" and "));
    }

    /** How much is missing of a frame that has begun, and what the client may do instead. */
    public String missing() {
        OptionalLong whole = framing.announcedFrame(bytes);
        if (whole.isEmpty()) {
            return Plural.of(bytes.length, "byte") + " without the end of a frame" + suspicion();
        }
        int at = framing.lead().length();
        return HEX.formatHex(bytes, at, at + framing.prefix().width()) + " as length is "
                + framing.announcedLength(bytes).orElseThrow() + ", which needs "
                + Plural.of(whole.getAsLong() - bytes.length, "more byte") + suspicion();
    }
}
