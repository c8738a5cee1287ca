package io.github.isostress.message.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageShape;
import io.github.isostress.message.ShapeCache;
import io.github.isostress.message.support.FieldClasses;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.template.MessageTemplate;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However many shapes the messages of a plan have, each is known again. */
class ManyShapesTest {
    private static final int MOST = 4096;
    private static final int COMBINATIONS = 1500;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 17, 40, 1000, MOST})
    void shouldKnowEachKindAgainWhenThereAreManyInTurn(int count) {
        ShapeCache shapes = new ShapeCache();
        MessageShape[] added = IntStream.range(0, count)
                .mapToObj(ManyShapesTest::shape)
                .peek(shapes::add)
                .toArray(MessageShape[]::new);

        for (int i = 0; i < count; i++) {
            assertThat(shapes.of(head(i), 0)).isSameAs(added[i]);
        }
        assertThat(shapes.of(head(count), 0)).isNull();
    }

    @Test
    void shouldBeginAgainWhenThereAreMoreKindsThanAnyPlanHas() {
        ShapeCache shapes = new ShapeCache();

        for (int i = 0; i < 3 * MOST; i++) {
            shapes.add(shape(i));
            assertThat(shapes.of(head(i), 0)).isNotNull();
        }
        long known = IntStream.range(0, 3 * MOST)
                .filter(i -> shapes.of(head(i), 0) != null)
                .count();
        assertThat(known).isBetween(1L, 2L * MOST);
    }

    @Test
    void shouldKeepTheFirstOfTwoThatAreTheSame() {
        ShapeCache shapes = new ShapeCache();
        MessageShape first = shape(1);
        shapes.add(first);

        shapes.add(shape(1));

        assertThat(shapes.of(head(1), 0)).isSameAs(first);
    }

    /** Of two lengths, as with one bitmap and with two. */
    private static byte[] head(int number) {
        Random random = new Random(number);
        byte[] head = new byte[number % 3 == 0 ? 20 : 12];
        random.nextBytes(head);
        head[0] = (byte) number;
        head[1] = (byte) (number >> 8);
        return head;
    }

    private static MessageShape shape(int number) {
        byte[] head = head(number);
        return new MessageShape(head, 1, new int[] {0}, null, new int[] {head.length});
    }

    @ParameterizedTest
    @CsvSource({"2,11", "2,100", "92,100"})
    void shouldGiveEachCombinationItsElementsWhenAnyMayBeLeftOut(int first, int last, @TempDir Path folder)
            throws Exception {
        IsoPackager packager = FieldClasses.packager(
                folder,
                IntStream.rangeClosed(2, 128)
                        .mapToObj(("<isofield id=\"%d\" length=\"9\" name=\"X\""
                                + " class=\"org.jpos.iso.IFA_LLCHAR\"/>")::formatted)
                        .collect(Collectors.joining()));
        Variables variables = new Variables();
        MessageTemplate template = Messages.template(
                packager,
                variables,
                "0 0200",
                IntStream.rangeClosed(2, 100)
                        .mapToObj("%1$d ${%1$d}"::formatted)
                        .collect(Collectors.joining("\n")));
        Random random = new Random(1);

        for (int i = 0; i < COMBINATIONS; i++) {
            List<Integer> present = IntStream.rangeClosed(2, 100)
                    .filter(element -> element < first || element > last || random.nextBoolean())
                    .boxed()
                    .toList();
            IntStream.rangeClosed(2, 100)
                    .forEach(element -> variables.with("" + element, present.contains(element) ? "V" + element : ""));

            DecodedMessage message = Messages.decode(packager, template.fill().bytes());

            assertThat(message.elements()).isEqualTo(present);
            assertThat(message.trailingBytes()).isZero();
        }
    }
}
