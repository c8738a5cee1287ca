package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.ElementDescription;
import io.github.isostress.message.support.FlatMessage;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleMessage.Line;
import io.github.isostress.message.support.SampleMessages;
import io.github.isostress.message.support.Variables;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The promise of a captured message: what a line names changes, and nothing else. */
class CapturedMessagePropertyTest {
    private static final int BITMAP = 1;
    /** Where this one ends, jPOS tells by what follows it. */
    private static final int TRIMMED = 18;

    @Property(tries = 80)
    void shouldChangeOneElementOrPartAndNoOtherByteWhateverIsReplaced(
            @ForAll("builtIn") SampleMessage sample, @ForAll Random random) throws Exception {
        assertEachReplaced(sample, random);
    }

    @Property(tries = 80)
    void shouldChangeOneElementOrPartAndNoOtherByteWhenPackagerIsAUsersOwn(
            @ForAll("own") SampleMessage sample, @ForAll Random random) throws Exception {
        assertEachReplaced(sample, random);
    }

    @Property(tries = 40)
    void shouldChangeOneElementAndNoOtherByteWhenTextsAreOfEveryForm(
            @ForAll("texts") SampleMessage sample, @ForAll Random random) throws Exception {
        SampleMessage kept = sample.without(element -> element == TRIMMED);
        Assume.that(kept.lines().stream().anyMatch(line -> !line.path().equals("0")));
        assertEachReplaced(kept, random);
    }

    private static void assertEachReplaced(SampleMessage sample, Random random) throws Exception {
        byte[] captured = captured(sample, random);
        SampleMessage again = SampleMessages.draw(sample.packager(), random);
        for (Line line : sample.lines()) {
            assertReplaced(sample.packager(), captured, line.path(), line.value());
            for (Line other : again.lines()) {
                if (other.path().equals(line.path())) {
                    assertReplaced(sample.packager(), captured, line.path(), other.value());
                }
            }
        }
    }

    /** With a second bitmap that is empty, and digits in lower case, where the packager has such. */
    private static byte[] captured(SampleMessage sample, Random random) throws Exception {
        IsoPackager packager = sample.packager();
        String second = random.nextBoolean()
                        && packager.hasBitmap()
                        && packager.bitmapForm().most() > 1
                ? "\n1 8000000000000000"
                : "";
        String text = sample.lines().stream().map(SampleMessage.Line::text).collect(Collectors.joining("\n"));
        Variables variables = new Variables();
        sample.lines().forEach(line -> variables.with(line.path(), line.value()));
        byte[] captured =
                Messages.template(packager, variables, text + second).fill().bytes();
        Assume.that(isRead(packager, captured));
        ElementRange bitmap = range(decode(packager, captured), BITMAP);
        for (int at = bitmap.start(); packager.name().endsWith("ascii") && at < bitmap.end(); at++) {
            captured[at] = (byte) Character.toLowerCase((char) captured[at]);
        }
        return captured;
    }

    /** Some of jPOS's field packagers do not read what they wrote; such a message was never captured. */
    private static boolean isRead(IsoPackager packager, byte[] message) {
        try {
            return decode(packager, message).trailingBytes() == 0;
        } catch (FailureException e) {
            return false;
        }
    }

    private static void assertReplaced(IsoPackager packager, byte[] captured, String path, String value)
            throws Exception {
        byte[] after = message(packager, "hex " + hex(captured), path + " \"" + value.replace("\"", "\"\"") + '"');

        int element = ElementPath.parse(path).element();
        assertThat(others(packager, after, element)).as(path).isEqualTo(others(packager, captured, element));
        SortedMap<String, String> valuesBefore = values(packager, captured, path);
        assertThat(values(packager, after, path)).as(path).isEqualTo(valuesBefore);
        assertPartsKeepTheirBytes(packager, captured, after, path);
    }

    /** Every element but one, the bitmap too, as the bytes it takes. */
    private static SortedMap<Integer, String> others(IsoPackager packager, byte[] message, int element)
            throws Exception {
        SortedMap<Integer, String> pieces = new TreeMap<>();
        for (ElementRange range : decode(packager, message).ranges()) {
            if (range.element() != element) {
                pieces.put(range.element(), hex(Arrays.copyOfRange(message, range.start(), range.end())));
            }
        }
        return pieces;
    }

    private static SortedMap<String, String> values(IsoPackager packager, byte[] message, String path)
            throws Exception {
        SortedMap<String, String> values =
                FlatMessage.of(decode(packager, message).fields());
        values.keySet()
                .removeIf(other -> other.equals(path)
                        || path.startsWith(other + ".") && !other.contains(".")
                        || other.startsWith(path + "."));
        return values;
    }

    private static void assertPartsKeepTheirBytes(IsoPackager packager, byte[] before, byte[] after, String path)
            throws Exception {
        if (!path.contains(".")) {
            return;
        }
        List<String> parts = parts(packager, before, path);
        assertThat(parts(packager, after, path)).as(path).isEqualTo(parts);
    }

    /** The parts of an element whose places are known, but for the one that is named and what it is in. */
    private static List<String> parts(IsoPackager packager, byte[] message, String path) throws Exception {
        DecodedMessage read = decode(packager, message);
        String[] steps = path.split("\\.");
        return ElementDescription.of(read, ElementPath.parse(path).element()).orElseThrow().lines().stream()
                .filter(line -> line.depth() == 1 && line.start() >= 0)
                .filter(line ->
                        !line.label().equals("." + steps[1]) && !line.label().equals(steps[1]))
                .map(line -> line.label() + " " + hex(Arrays.copyOfRange(message, line.start(), line.end())))
                .toList();
    }

    private static ElementRange range(DecodedMessage message, int element) {
        return message.ranges().stream()
                .filter(range -> range.element() == element)
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<SampleMessage> builtIn() {
        return SampleMessages.ofBuiltInPackagers();
    }

    @Provide
    Arbitrary<SampleMessage> own() {
        return SampleMessages.ofOwnPackagers();
    }

    @Provide
    Arbitrary<SampleMessage> texts() {
        return SampleMessages.ofTexts();
    }
}
