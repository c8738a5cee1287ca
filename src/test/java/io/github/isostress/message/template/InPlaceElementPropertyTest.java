package io.github.isostress.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.TextForm;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.SampleValues;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.value.LinePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A text written in place: the bytes its field packager packs, and refused in the same words. */
class InPlaceElementPropertyTest {
    private static final int AT = 3;
    private static final List<ElementFormat> FORMATS = formats();
    private static final List<String> WRONG = List.of("A", "D", "=", "-", "\u20ac", "\u00e9", " ", "\u0000", ":");

    /** An element and a value that may fit or not. */
    record Sample(ElementFormat format, String value) {}

    @Property(tries = 10_000)
    void shouldWriteWhatTheFieldPackagerPacksWhateverTheValue(@ForAll("samples") Sample sample) {
        TemplateLine line = new TemplateLine(LinePlace.only(1), ElementPath.parse("" + sample.format.number()), "${V}");
        LineValue slot = new LineValue(
                0,
                line,
                Masking.SEARCHED,
                new Variables().with("V", sample.value).compile("${V}"));
        TextForm form = sample.format.textForm().orElseThrow();
        WholeContent content = new WholeContent(slot, sample.format, false);

        assertThat(outcome(new InPlaceElement(slot, sample.format, form), sample.value))
                .isEqualTo(outcome(new PackedElement(sample.format, content, line, 0), sample.value));
    }

    /** Hex digits, or why there are none. */
    private static String outcome(VariableElement element, String value) {
        FilledMessage filled = new FilledMessage(null, new String[] {value}, 1, null);
        try {
            element.prepare(filled);
        } catch (BrokenRule refusal) {
            return refusal.getMessage();
        }
        if (!element.isPresent(filled)) {
            return "left out";
        }
        byte[] message = new byte[AT + element.length(filled) + AT];
        element.write(filled, message, AT);
        assertThat(Arrays.copyOf(message, AT)).containsOnly(0);
        assertThat(Arrays.copyOfRange(message, message.length - AT, message.length))
                .containsOnly(0);
        return Messages.hex(message);
    }

    @Test
    void shouldKnowTheTextsOfAllPackagersButThoseOfAnotherForm() {
        assertThat(FORMATS).hasSizeGreaterThan(300);
        assertThat(FORMATS.stream().map(format -> format.packager().getDescription()))
                .contains("A", "F", "Q", "Y", "d", "h")
                .doesNotContain("G", "H", "f");
    }

    @Test
    void shouldLeaveAUsersOwnClassToItself() {
        assertThat(ElementFormat.ofElement(43, OwnPackager.withEverything().getFieldPackager(43))
                        .textForm())
                .isEmpty();
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.randomValue(InPlaceElementPropertyTest::draw);
    }

    private static Sample draw(Random random) {
        ElementFormat format = FORMATS.get(random.nextInt(FORMATS.size()));
        String value = SampleValues.of(format.packager(), random);
        int middle = random.nextInt(value.length() + 1);
        return new Sample(
                format,
                switch (random.nextInt(8)) {
                    case 0 -> "";
                    case 1 -> value.substring(0, middle);
                    case 2 -> value.repeat(1 + random.nextInt(20));
                    case 3 ->
                        value.substring(0, middle) + WRONG.get(random.nextInt(WRONG.size())) + value.substring(middle);
                    case 4 -> SampleValues.digits(0, format.packager().getLength() + 1, random);
                    default -> value;
                });
    }

    private static List<ElementFormat> formats() {
        List<IsoPackager> packagers = new ArrayList<>(
                Packagers.BUILT_IN.stream().map(Packagers::builtIn).toList());
        packagers.addAll(List.of(OwnPackager.withTexts(), OwnPackager.withEverything()));
        return packagers.stream()
                .flatMap(packager -> IntStream.rangeClosed(2, packager.highestElement())
                        .filter(packager::defines)
                        .mapToObj(number -> ElementFormat.ofElement(number, packager.getFieldPackager(number))))
                .filter(format -> format.textForm().isPresent())
                .toList();
    }
}
