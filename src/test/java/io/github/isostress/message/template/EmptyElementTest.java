package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.assertThatRefusalOf;
import static io.github.isostress.message.support.Messages.bytes;
import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.text;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.Variables;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements that are present and hold nothing. */
class EmptyElementTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");
    private static final IsoPackager LONG = OwnPackager.ofCase("06-zero-length/p.xml");
    private static final IsoPackager TEXTS = OwnPackager.withTexts();
    private static final IsoPackager OWN = OwnPackager.withEverything();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30383030 0020000000010000 303030303032 303030",
                "30383030 8020000000000000 0000000000000002 303030303032 303030303030",
                "30383030 8020000000010000 0000000000000002 303030303032 303030 303030303030"
            })
    void shouldKeepThemWhenAnotherElementIsReplaced(String captured) throws Exception {
        String replaced = hex(message(LONG, "hex " + captured, "11 000009"));

        assertThat(replaced).isEqualTo(captured.replace(" ", "").replace("303030303032", "303030303039"));
        assertThat(decode(LONG, bytes(captured)).trailingBytes()).isZero();
    }

    @Test
    void shouldBePresentWhenQuotesHoldNothing() throws Exception {
        byte[] message = message(LONG, "0 0800", "11 000002", "48 \"\"", "127=\"\"");

        assertThat(hex(message))
                .isEqualTo("30383030" + "8020000000010000" + "0000000000000002" + "303030303032" + "303030"
                        + "303030303030");
        assertThat(value(decode(LONG, message), "48")).isEmpty();
        assertThat(value(decode(LONG, message), "127")).isEmpty();
    }

    @Test
    void shouldBeEmptiedWhenCapturedMessageHasThem() throws Exception {
        assertThat(text(message(ASCII, "hex " + hex(message(ASCII, "0 0800", "11 000002", "48 AB")), "48 \"\"")))
                .endsWith("000002" + "000");
    }

    @Test
    void shouldBeLeftOutWhenAnExpressionComesOutEmpty() throws Exception {
        MessageTemplate template =
                template(ASCII, new Variables().with("X", ""), "0 0800", "11 000001", "60 ${X}", "61 \"${X}\"");

        assertThat(template.fill().bytes()).isEqualTo(message(ASCII, "0 0800", "11 000001"));
    }

    @Test
    void shouldBePresentWhenCapturedMessageComesFromAVariable() throws Exception {
        MessageTemplate template = template(
                ASCII,
                new Variables().with("M", hex(message(ASCII, "0 0800", "11 000001"))),
                "hex ${M}",
                "48 \"\"",
                "60");

        assertThat(template.fill().bytes()).isEqualTo(message(ASCII, "0 0800", "11 000001", "48 \"\""));
    }

    @Test
    void shouldBePresentWhenTheyArePartsOrTags() throws Exception {
        byte[] message = message(OWN, "0 0200", "48.1 AB", "48.2 \"\"", "48.3 7", "55.9F36 \"\"", "55.95 0102");

        assertThat(value(decode(OWN, message), "48.2")).isEmpty();
        assertThat(hex(message)).contains("9F3600" + "95020102");
    }

    @Test
    void shouldRefuseWhenTheLengthIsFixed() {
        assertThatRefusalOf(ASCII, "0 0800", "11 \"\"")
                .isEqualTo("line 2, element 11: cannot be present and empty, as IFA_NUMERIC of length 6 fills it up; "
                        + "without the quotes it is left out");
    }

    /** Each is empty as jPOS writes it, or refused; none is sent as something else. */
    @Test
    void shouldBeEmptyOrRefusedWhateverTheFieldClass() throws Exception {
        int[] elements = IntStream.rangeClosed(2, TEXTS.highestElement())
                .filter(TEXTS::defines)
                .toArray();
        int empty = 0;
        for (int element : elements) {
            if (MessageTemplate.problems("0 0800\n" + element + " \"\"", Optional.of(TEXTS), new Variables())
                    .isEmpty()) {
                DecodedMessage read = decode(TEXTS, message(TEXTS, "0 0800", element + " \"\""));
                assertThat(value(read, String.valueOf(element)))
                        .as("element " + element)
                        .isEmpty();
                assertThat(read.trailingBytes()).isZero();
                empty++;
            }
        }
        assertThat(empty).isGreaterThan(elements.length / 4);
    }
}
