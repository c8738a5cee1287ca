package io.github.isostress.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.Frame;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.RandomMessages;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.TestMessages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The doctor is right on every preset and packager, whatever others are configured. Some bytes do not tell presets
 * apart, as they cut the same message out of them: {@code binary2} and {@code binary2-le} where both bytes of the
 * length are equal, {@code ascii4} and {@code hex4} below a length of 10, {@code binary4} and {@code binary2} after a
 * keep-alive. Nor does a message tell packagers apart that all read it to its last byte: then the configured one is
 * named. A message that has an ETX among its bytes cannot be sent under {@code etx} at all.
 */
class EveryPresetTest {
    private static final int MESSAGES = 4;
    private static final byte ETX = 0x03;
    private static final Pattern FRAMING = Pattern.compile("framing (?:is|may be) ([^,]+), ");
    private static final Pattern PACKAGER = Pattern.compile("reads as (\\w+): MTI (\\d{4})");

    static Stream<Arguments> presetsAndPackagers() {
        return withPackagers(Arrays.stream(FramingPreset.values()));
    }

    /** Without a length nothing tells where a response ends. */
    static Stream<Arguments> presetsWithLength() {
        return withPackagers(Arrays.stream(FramingPreset.values())
                .filter(preset -> preset.framing().prefix().width() > 0));
    }

    private static Stream<Arguments> withPackagers(Stream<FramingPreset> presets) {
        return presets.flatMap(preset -> Packagers.BUILT_IN.stream().map(packager -> Arguments.of(preset, packager)));
    }

    private static List<byte[]> responses(String packager, FramingPreset preset) {
        Random random = new Random(packager.hashCode());
        List<byte[]> responses = new ArrayList<>();
        while (responses.size() < MESSAGES) {
            String mti = TestMessages.version(packager) + (1 + random.nextInt(8)) + "10";
            byte[] response = TestMessages.pack(RandomMessages.draw(Packagers.builtIn(packager), mti, random));
            if (preset != FramingPreset.ETX || !ArrayUtils.contains(response, ETX)) {
                responses.add(response);
            }
        }
        return responses;
    }

    private static List<FramingPreset> others(FramingPreset preset) {
        return Arrays.stream(FramingPreset.values())
                .filter(other -> other != preset)
                .toList();
    }

    private static List<String> examine(byte[] received, FramingPreset configured, IsoPackager packager) {
        return FramingDoctor.examine(received, configured.framing(), Optional.of(packager));
    }

    @ParameterizedTest
    @MethodSource("presetsAndPackagers")
    void shouldNameFramingAndPackagerWhenWholeResponseCame(FramingPreset preset, String packager) throws Exception {
        for (byte[] response : responses(packager, preset)) {
            byte[] received = preset.framing().wrap(response);
            for (FramingPreset configured : others(preset)) {
                for (String read : Packagers.BUILT_IN) {
                    List<String> sentences = examine(received, configured, Packagers.builtIn(read));

                    assertThat(sentences).hasSizeBetween(2, 3);
                    assertThatFramingFits(namedFraming(sentences, configured), preset, received, response);
                    assertThatPackagerFits(String.join("; ", sentences), packager, read, response);
                }
            }
        }
    }

    /** The framing is named only if it is not the configured one. */
    private static String namedFraming(List<String> sentences, FramingPreset configured) {
        Matcher named = FRAMING.matcher(sentences.get(0));
        return named.find() ? named.group(1) : configured.presetName();
    }

    private static void assertThatFramingFits(String named, FramingPreset preset, byte[] received, byte[] response) {
        if (!named.equals(preset.presetName())) {
            assertThat(FramingPreset.named(named).framing().firstFrame(received).map(Frame::message))
                    .as("%s where %s is true: %s", named, preset, Bytes.hex(received))
                    .hasValue(response);
        }
    }

    private static void assertThatPackagerFits(String sentence, String packager, String configured, byte[] response)
            throws Exception {
        Matcher match = PACKAGER.matcher(sentence);
        assertThat(match.find()).as(sentence).isTrue();
        String named = match.group(1);
        if (!named.equals(packager)) {
            assertThat(named).isEqualTo(configured);
            DecodedMessage read = new MessageDecoder(Packagers.builtIn(configured)).decode(response);
            assertThat(read.trailingBytes()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("presetsWithLength")
    void shouldNameTheFramingWhenTwoResponsesCame(FramingPreset preset, String packager) {
        List<byte[]> responses = responses(packager, preset);
        byte[] received = Bytes.join(
                preset.framing().wrap(responses.get(0)), preset.framing().wrap(responses.get(1)));
        for (FramingPreset configured : others(preset)) {
            assertThat(examine(received, configured, Packagers.builtIn(packager))
                            .get(0))
                    .contains("framing is " + preset.presetName() + ", configured is " + configured.presetName());
        }
    }

    /** Several lengths may fit an unfinished frame: the true one is named among them if the message reads so far. */
    @ParameterizedTest
    @MethodSource("presetsWithLength")
    void shouldClaimNothingElseWhenOnlyAPartCame(FramingPreset preset, String packager) {
        for (byte[] response : responses(packager, preset)) {
            byte[] received = preset.framing().wrap(response);
            byte[] part = Arrays.copyOf(received, received.length * 2 / 3);
            for (FramingPreset configured : others(preset)) {
                List<String> sentences = examine(part, configured, Packagers.builtIn(packager));

                if (String.join(" ", sentences).contains("reads as")) {
                    assertThat(String.join("; ", sentences)).matches(".*\\b" + preset.presetName() + "\\b(?!-).*");
                }
            }
        }
    }
}
