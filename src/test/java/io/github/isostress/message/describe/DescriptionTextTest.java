package io.github.isostress.message.describe;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Messages;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a description, as it survives in a JTL file, and the description that is read back from it. */
class DescriptionTextTest {
    private static final IsoPackager ASCII = Packagers.builtIn("iso87ascii");

    private static MessageDescription ofOne(DescribedElement element) {
        ShownBytes bytes = new ShownBytes("0123456789".getBytes(StandardCharsets.US_ASCII), new BitSet());
        return new MessageDescription(List.of(element), bytes, "");
    }

    private static void assertComesBack(MessageDescription description) {
        assertThat(MessageDescription.read(description.text()))
                .as(description.text())
                .contains(description);
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '~', textBlock = """
            plain,
            two  blanks,
             outer ,
             ,
            ,
            ",
            "",
            "quoted",
            a "quote" inside,
            ends with ",
            "begins,
            00,Approved
            two  blanks,and a meaning
            "quote"  and blanks,and (a meaning)
            ,only a meaning
            0000  41 42,
            -,
            """)
    void shouldComeBackWhenTheValueIsAnythingPrintable(String shown, String meaning) {
        assertComesBack(ofOne(new DescribedElement(
                0, "DE 48", "Private", shown == null ? "" : shown, meaning == null ? "" : meaning, 2, 9)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A name that is far longer than any that the packagers of jPOS give to an element of theirs",
                "name",
                "with  two blanks and 12 34  56",
                "Größe in \u20ac"
            })
    void shouldComeBackWhenTheNameIsUnusual(String name) {
        assertComesBack(ofOne(new DescribedElement(3, ".128", name, "value", "", 0, 10)));
    }

    @ParameterizedTest
    @CsvSource({"-1, -1", "0, 0", "10, 10", "123456, 1234567"})
    void shouldComeBackWhenThePlaceIsUnknownEmptyOrFarBehind(int start, int end) {
        assertComesBack(ofOne(new DescribedElement(1, "9F02", "Amount", "00", "", start, end)));
        assertComesBack(ofOne(new DescribedElement(0, "DE 127", "", "", "", start, end)));
    }

    @Test
    void shouldComeBackWhenLinesEndAsOnWindows() throws Exception {
        byte[] message = message(ASCII, "0 0200", "2 5413330089010012", "4 1000", "43 \"A  B\"");
        MessageDescription description = MessageDescriber.masked(message, 0, decode(ASCII, message));

        assertThat(MessageDescription.read(description.text().replace("\n", "\r\n")))
                .contains(description);
    }

    @Test
    void shouldComeBackWhenNoPackagerHasReadTheBytes() {
        byte[] bytes = new byte[70_000];
        System.arraycopy("4761739001010119".getBytes(StandardCharsets.US_ASCII), 0, bytes, 66_000, 16);

        assertComesBack(MessageDescriber.RAW.unread(bytes, 0));
        assertComesBack(MessageDescriber.RAW.unread(new byte[1], 0));
        assertThat(MessageDescriber.RAW.unread(bytes, 0).bytes().hidden().cardinality())
                .isEqualTo(16);
    }

    @Test
    void shouldComeBackWhenBytesFollowTheLastElement() throws Exception {
        byte[] bytes = Messages.bytes("0800 0020000000000000 000042 FFFF");
        DecodedMessage message = decode(Packagers.builtIn("iso87binary"), bytes);

        assertComesBack(MessageDescriber.masked(bytes, 0, message));
    }

    @Test
    void shouldFindTheDescriptionWhenOtherLinesAreAroundIt() throws Exception {
        byte[] message = message(ASCII, "0 0200", "4 1000");
        MessageDescription description = MessageDescriber.masked(message, 0, decode(ASCII, message));

        TextLines lines = new TextLines("before\n" + description.text() + "\nbehind\n");
        assertThat(MessageDescription.readNext(lines)).isEmpty();
        assertThat(lines.take()).isEqualTo("before");
        assertThat(MessageDescription.readNext(lines)).contains(description);
        assertThat(lines.take()).isEmpty();
        assertThat(lines.take()).isEqualTo("behind");
        assertThat(lines.hasNext()).isFalse();
        assertThat(MessageDescription.read("before\n" + description.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "some text",
                "element at",
                "0000 41 42",
                "0000  ",
                "0000  4",
                "0010  41",
                "0000  XY",
                "<html>\n</html>"
            })
    void shouldReadNothingWhenTheTextIsNone(String text) {
        assertThat(MessageDescription.read(text)).isEmpty();
    }

    @Test
    void shouldKeepToOneLineWhenAPackagersNameBreaksIt() {
        assertThat(Printable.oneLine(" Amount\r\n\tin\u0085cents ")).isEqualTo("Amount in cents");
    }
}
