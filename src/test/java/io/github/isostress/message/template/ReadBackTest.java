package io.github.isostress.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.DefinedElement;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.FieldClasses;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jpos.iso.ISOException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a template gives is read back by the packager that packed it, or there is a sentence that says what is not. */
class ReadBackTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final List<List<Integer>> COMBINATIONS = List.of(
            List.of(2),
            List.of(2, 11),
            List.of(11, 64),
            List.of(65),
            List.of(64, 65),
            List.of(2, 70),
            List.of(2, 11, 128));
    private static final List<String> VALUES =
            List.of("1", "12345", "123456", "-12345", "ABC", "ABCDEF", "C00012", "F1F2F3F4F5F6", "0A", "|AB|");
    /** What needs a tag in front, or a longer value. */
    private static final String PACK_OTHER_VALUES =
            ".*(IFA_TT.*|IFT[AB]_.*|_TCC|_AMOUNT2003|IF_UNUSED|ISOTagStringFieldPackager|IF_FSTBINARY)";

    private static final int[] ENDS_OF_BITMAPS = {64, 128};

    static Stream<IsoPackager> packagers() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            files = all.filter(file ->
                            file.toString().endsWith(".xml") && !file.toString().contains("dumps"))
                    .sorted()
                    .toList();
        }
        List<IsoPackager> packagers = new ArrayList<>();
        Packagers.BUILT_IN.forEach(name -> packagers.add(Packagers.builtIn(name)));
        for (Path file : files) {
            try {
                packagers.add(Packagers.find(file.toString(), Path::of).orElseThrow());
            } catch (IllegalArgumentException e) {
                // Some of these files are meant to be refused.
            }
        }
        return packagers.stream();
    }

    @ParameterizedTest
    @MethodSource("packagers")
    void shouldReadBackOrRefuseEachElementAloneAndPairsAcrossBitmaps(IsoPackager packager) throws Exception {
        Random random = new Random(1);
        List<Integer> elements = DefinedElement.allOf(packager).stream()
                .map(DefinedElement::number)
                .filter(element -> element > 0)
                .toList();
        for (int element : elements) {
            assertReadBackOrRefused(SampleMessages.of(packager, List.of(element), random));
            for (int end : ENDS_OF_BITMAPS) {
                for (int other : others(elements, element, end)) {
                    SortedSet<Integer> pair = new TreeSet<>(List.of(element, other));
                    assertReadBackOrRefused(SampleMessages.of(packager, pair, random));
                }
            }
        }
    }

    /** One on the other side of a bitmap's end, and the two next to it. */
    private static List<Integer> others(List<Integer> elements, int element, int end) {
        return elements.stream()
                .filter(other -> element <= end == other > end)
                .filter(other -> Math.abs(other - end) < 2 || other == elements.get(elements.size() - 1))
                .toList();
    }

    /** Whether it was read back. */
    private static boolean assertReadBackOrRefused(SampleMessage sample) throws ISOException {
        byte[] filled;
        try {
            filled = sample.template().fill().bytes();
        } catch (FailureException refusal) {
            assertThat(refusal.failure()).isEqualTo(Failure.TEMPLATE_ERROR);
            assertThat(refusal.getMessage()).matches("(line \\d+, element [0-9.A-F]+|packager \\S+).* .*");
            return false;
        }
        try {
            DecodedMessage read = Messages.decode(sample.packager(), filled);
            assertThat(read.trailingBytes()).isZero();
            assertThat(withoutCarrier(read))
                    .isEqualTo(sample.lines().stream()
                            .map(SampleMessage.Line::element)
                            .filter(element -> element > 0)
                            .distinct()
                            .toList());
        } catch (FailureException e) {
            throw new AssertionError(sample + " is not read back: " + e.getMessage(), e);
        }
        if (!holdsObjectsInside(sample.packager())) {
            assertThat(filled).isEqualTo(sample.jpos().pack());
        }
        return true;
    }

    /** One that has a third bitmap in it comes by itself. */
    private static List<Integer> withoutCarrier(DecodedMessage message) {
        IsoPackager packager = message.packager();
        return message.elements().stream()
                .filter(element -> !packager.carriesThirdBitmapInElement() || element != packager.getThirdBitmapField())
                .toList();
    }

    /** Data objects in hex digits, whose lengths jPOS packs as it does not read them again. */
    private static boolean holdsObjectsInside(IsoPackager packager) {
        return Set.of("tlv.xml", "large.xml").contains(packager.name());
    }

    static Stream<String> fieldClasses() {
        return FieldClasses.ofElements().stream();
    }

    @ParameterizedTest
    @MethodSource("fieldClasses")
    void shouldReadBackOrRefuseWhateverClassPacksTheElements(String fieldClass, @TempDir Path folder) throws Exception {
        IsoPackager packager = FieldClasses.packager(
                folder,
                IntStream.of(2, 64, 65, 70, 128)
                                .mapToObj(element -> "<isofield id=\"" + element + "\" length=\"6\" name=\"X\" "
                                        + FieldClasses.named(fieldClass) + "/>")
                                .collect(Collectors.joining())
                        + "<isofield id=\"11\" length=\"6\" name=\"STAN\" class=\"org.jpos.iso.IFA_NUMERIC\"/>");
        int readBack = 0;
        for (List<Integer> elements : COMBINATIONS) {
            for (String value : VALUES) {
                for (boolean variable : new boolean[] {false, true}) {
                    List<SampleMessage.Line> lines = new ArrayList<>();
                    lines.add(new SampleMessage.Line("0", "0200", variable));
                    elements.forEach(element -> lines.add(new SampleMessage.Line(
                            String.valueOf(element), element == 11 ? "000001" : value, variable)));
                    readBack += assertReadBackOrRefused(new SampleMessage(packager, lines)) ? 1 : 0;
                }
            }
        }
        assertThat(readBack > 0)
                .as("packs one of the values so that it is read back")
                .isEqualTo(!fieldClass.matches(PACK_OTHER_VALUES));
    }
}
