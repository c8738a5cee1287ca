package io.github.isostress.diagnosis;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a message with the configured packager and all built-in ones. Immutable. */
final class PackagerTrial {
    /** ISO 8583:1987, 4.1: version, class, function, originator; versions 8 and 9 are for national and private use. */
    private static final Pattern MTI = Pattern.compile("[01289][1-8][0-9][0-5]");

    private static final int DIGITS = 4;
    private static final int PACKED_DIGITS = 2;
    /** More bytes than an element has behind the byte at which a message was cut off. */
    private static final int LONGEST_ELEMENT = 10_000;

    /** A message with fewer elements may be found by chance. */
    private static final int FEWEST_ELEMENTS = 2;

    private final IsoPackager configured;
    private final List<IsoPackager> packagers;

    PackagerTrial(Optional<IsoPackager> configured) {
        this.configured = configured.orElse(null);
        this.packagers = Stream.concat(
                        configured.stream(), Packagers.BUILT_IN.stream().map(Packagers::builtIn))
                .distinct()
                .toList();
    }

    /** The packagers' names, the configured one first. */
    List<String> names() {
        return packagers.stream().map(IsoPackager::name).toList();
    }

    /** Whether an MTI in ASCII or BCD stands here. */
    static boolean isMtiAt(byte[] bytes, int at) {
        return isMti(new String(bytes, at, Math.min(DIGITS, bytes.length - at), StandardCharsets.ISO_8859_1))
                || bytes.length - at >= PACKED_DIGITS && isMti(HexFormat.of().formatHex(bytes, at, at + PACKED_DIGITS));
    }

    static boolean isMti(String text) {
        return MTI.matcher(text).matches();
    }

    /** The best reading of a whole message; empty if no packager reads it. */
    Optional<Reading> read(byte[] message) {
        return worthTrying(message)
                .flatMap(packager -> whole(packager, message))
                .min(byEvidence());
    }

    /** The best reading of a whole message to its last byte, unless it may be chance. */
    Optional<Reading> readSurely(byte[] message) {
        return read(message)
                .filter(reading -> reading.extent() == Reading.Extent.FULL
                        && reading.elements() >= FEWEST_ELEMENTS
                        && (reading.clean() || reading.packager() == configured));
    }

    /** The best reading of the beginning of a message of which {@code missing} bytes have not come. */
    Optional<Reading> readBeginning(byte[] message, int missing) {
        byte[] filled = Arrays.copyOf(message, message.length + Math.min(missing, LONGEST_ELEMENT));
        Arrays.fill(filled, message.length, filled.length, (byte) '0');
        return worthTrying(message)
                .flatMap(packager -> beginning(packager, filled, message.length))
                .min(byEvidence());
    }

    /** The packagers to try: built-in ones read only messages that begin with an MTI; others may read more. */
    private Stream<IsoPackager> worthTrying(byte[] message) {
        boolean mti = isMtiAt(message, 0);
        return packagers.stream().filter(packager -> mti || !Packagers.BUILT_IN.contains(packager.name()));
    }

    private Comparator<Reading> byEvidence() {
        return Comparator.comparing(Reading::extent)
                .thenComparing(reading -> !reading.clean())
                .thenComparing(reading -> reading.packager() != configured)
                .thenComparing(reading -> !reading.isOfItsVersion());
    }

    private static Stream<Reading> whole(IsoPackager packager, byte[] message) {
        try {
            DecodedMessage decoded = new MessageDecoder(packager).decode(message);
            Reading.Extent extent = decoded.trailingBytes() == 0 ? Reading.Extent.FULL : Reading.Extent.WITH_REST;
            return reading(packager, decoded, extent, message.length);
        } catch (FailureException e) {
            return Stream.empty();
        }
    }

    private static Stream<Reading> beginning(IsoPackager packager, byte[] filled, int came) {
        DecodedMessage decoded = new MessageDecoder(packager).decodeStart(filled);
        if (filled.length - decoded.trailingBytes() < came) {
            return Stream.empty();
        }
        return reading(packager, decoded, Reading.Extent.BEGINNING, came)
                .filter(reading ->
                        reading.elements() >= FEWEST_ELEMENTS && reading.clean() && reading.isOfItsVersion());
    }

    private static Stream<Reading> reading(
            IsoPackager packager, DecodedMessage decoded, Reading.Extent extent, int came) {
        List<Integer> elements = decoded.ranges().stream()
                .filter(range -> range.end() <= came)
                .map(ElementRange::element)
                .filter(decoded.elements()::contains)
                .toList();
        if (!isMti(decoded.mti()) || elements.isEmpty()) {
            return Stream.empty();
        }
        boolean clean = elements.stream().allMatch(element -> isClean(decoded, element));
        return Stream.of(new Reading(packager, extent, decoded.mti(), elements.size(), decoded.trailingBytes(), clean));
    }

    private static boolean isClean(DecodedMessage decoded, int element) {
        return decoded.value(new ElementPath(element, List.of()))
                .map(value -> value.chars().noneMatch(Character::isISOControl))
                .orElse(false);
    }
}
