package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleMessages;
import io.github.isostress.message.support.Variables;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is known of a message that was filled, without reading it. */
class FilledMessageTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");

    @Property(tries = 1_000)
    void shouldTellWhatReadingTheMessageTellsWhateverTheElements(@ForAll("messages") SampleMessage sample)
            throws FailureException {
        MessageTemplate template = sample.template();
        for (int time = 0; time < 2; time++) {
            FilledMessage filled = template.fill();
            DecodedMessage read = decode(sample.packager(), filled.bytes());

            assertThat(filled.ranges()).isEqualTo(read.ranges());
            filled.decoded(sample.packager())
                    .ifPresent(told -> assertThat(told).satisfies(each -> assertThatIsSame(each, read)));
        }
    }

    private static void assertThatIsSame(DecodedMessage told, DecodedMessage read) {
        assertThat(told.ranges()).isEqualTo(read.ranges());
        assertThat(told.mti()).isEqualTo(read.mti());
        assertThat(told.elements())
                .isEqualTo(read.elements())
                .allSatisfy(element -> assertThat(told.hasSameBytes(element, read)
                                || !read.index().isPlain(read.index().indexOf(element)))
                        .isTrue());
    }

    @Provide
    Arbitrary<SampleMessage> messages() {
        return Arbitraries.oneOf(SampleMessages.ofBuiltInPackagers(), SampleMessages.ofOwnPackagers());
    }

    @Test
    void shouldFollowTheLengthsOfVariableElementsWhenTheyChange() throws Exception {
        Deque<String> pans = new ArrayDeque<>(List.of("4761739001010119", "476173900101", "4761739001010119123"));
        MessageTemplate template =
                template(BINARY, new Variables().with("PAN", pans::poll), "0 0200", "2 ${PAN}", "11 000042", "48 A");

        while (!pans.isEmpty()) {
            FilledMessage filled = template.fill();
            ElementRange stan = filled.range(11).orElseThrow();

            assertThat(hex(Arrays.copyOfRange(filled.bytes(), stan.start(), stan.end())))
                    .isEqualTo("000042");
            assertThat(value(filled.decoded(BINARY).orElseThrow(), "11")).isEqualTo("000042");
        }
    }

    @Test
    void shouldHaveNoRangeWhenAnElementIsLeftOut() throws Exception {
        FilledMessage filled = template(BINARY, new Variables().with("T", ""), "0 0200", "11 000001", "41 ${T}")
                .fill();

        assertThat(filled.range(41)).isEmpty();
        assertThat(filled.ranges())
                .containsExactly(new ElementRange(0, 0, 2), new ElementRange(1, 2, 10), new ElementRange(11, 10, 13));
    }

    @Test
    void shouldTellWhereElementsStandBehindAHeader() throws Exception {
        IsoPackager packager = OwnPackager.withHeader();
        FilledMessage filled = template(
                        packager,
                        new Variables(),
                        "hex 6000000001 30383030 30303230303030303030303030303030 303030303031",
                        "11 000002")
                .fill();

        assertThat(filled.ranges()).isEqualTo(decode(packager, filled.bytes()).ranges());
        assertThat(filled.ranges().get(0)).isEqualTo(new ElementRange(0, 5, 9));
    }

    @Test
    void shouldTellWhereElementsStandWhenTheCapturedMessageIsAnotherOneEachTime() throws Exception {
        Deque<String> captured = new ArrayDeque<>(List.of(
                hex(message(BINARY, "0 0200", "2 4761739001010119", "11 000001")),
                hex(message(BINARY, "0 0210", "11 000001", "39 00"))));
        MessageTemplate template = template(BINARY, new Variables().with("C", captured::poll), "hex ${C}", "11 000002");

        while (!captured.isEmpty()) {
            FilledMessage filled = template.fill();

            assertThat(filled.ranges()).isEqualTo(decode(BINARY, filled.bytes()).ranges());
        }
    }

    @Test
    void shouldKnowNoElementWhenACapturedMessageIsSentAsItIs() throws Exception {
        FilledMessage filled = template(BINARY, new Variables(), "hex 0800 0020000000000000 000001")
                .fill();

        assertThat(filled.ranges()).isEmpty();
        assertThat(filled.decoded(BINARY)).isEmpty();
    }

    @Test
    void shouldTellTheMtiOfEachMessageWhenItChanges() throws Exception {
        Deque<String> mtis = new ArrayDeque<>(List.of("0200", "0100"));
        MessageTemplate template = template(BINARY, new Variables().with("MTI", mtis::poll), "0 ${MTI}", "11 000001");

        assertThat(template.fill().decoded(BINARY)).isEmpty();
        assertThat(decode(BINARY, template.fill().bytes()).mti()).isEqualTo("0100");
    }

    @Test
    void shouldNotSayHowItIsReadWhenItWasNotReadBack() throws Exception {
        FilledMessage filled = MessageTemplate.compile(
                        TemplateSource.only("0 0200\n11 000001"),
                        Optional.of(BINARY),
                        new Variables(),
                        RequestCheck.NONE)
                .fill();

        assertThat(filled.decoded(BINARY)).isEmpty();
        assertThat(filled.range(11)).contains(new ElementRange(11, 10, 13));
    }

    @Test
    void shouldNotSayHowItIsReadWhenAnotherPackagerAsks() throws Exception {
        FilledMessage filled =
                template(BINARY, new Variables(), "0 0200", "11 000001").fill();

        assertThat(filled.decoded(BINARY)).isPresent();
        assertThat(filled.decoded(Packagers.builtIn("iso87ascii"))).isEmpty();
    }

    @Test
    void shouldShowNoValueWhenPrinted() throws Exception {
        assertThat(template(BINARY, new Variables(), "0 0200", "2 4761739001010119")
                        .fill())
                .hasToString("message of 19 bytes");
    }
}
