package io.github.isostress.jmeter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of a sample's text: what it ends with, and which texts are read. */
class SampleTextTest {
    private static final String VERSION_LINE = "iso-stress sample text 1\n";
    private static final SampleSection FAILURE = SampleSection.ofWords("CLOSED_BY_HOST: it closed.\nafter 3 bytes");
    private static final SampleSection RESPONSE = SampleSection.ofResponse(new MessageDescription(
            List.of(new DescribedElement(0, "MTI", "", "0210", "response", 0, 4)),
            new ShownBytes("0210".getBytes(StandardCharsets.US_ASCII), new BitSet()),
            ""));

    /** Written by version 0.1.0, before texts had a version. */
    private static String earlier(String name) throws IOException {
        try (InputStream text = SampleTextTest.class.getResourceAsStream("without-version/" + name + ".txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String mti(Optional<MessageDescription> message) {
        return message.flatMap(description -> description.elements().stream()
                        .filter(element -> element.label().equals("MTI"))
                        .map(DescribedElement::shown)
                        .findFirst())
                .orElse("none");
    }

    @Test
    void shouldEndWithItsVersionWhenAnythingIsTold() {
        assertThat(SampleText.of(FAILURE, RESPONSE).text()).isEqualTo("""
                CLOSED_BY_HOST: it closed.
                after 3 bytes

                Response, 4 bytes
                element   at  len  name                                   value
                MTI        0    4                                         0210  response

                0000  30 32 31 30                                       0210

                """ + VERSION_LINE);
    }

    @Test
    void shouldHaveOneVersionWhenTheRequestIsRepeated() {
        SampleText request = SampleText.of(SampleSection.ofWords("the request"));

        SampleTexts texts = SampleTexts.withRequestRepeated(request, SampleText.of(FAILURE));

        assertThat(texts.samplerData()).isEqualTo("the request\n\n" + VERSION_LINE);
        assertThat(texts.responseData()).isEqualTo(FAILURE.text() + "\n" + texts.samplerData());
    }

    @Test
    void shouldBeEmptyWhenNothingIsTold() {
        assertThat(SampleText.EMPTY.text()).isEmpty();
        assertThat(SampleText.read("")).isEqualTo(SampleText.EMPTY);
    }

    @Test
    void shouldReadAnyWordsWhenTheTextHasAVersion() {
        assertThat(SampleText.read("whatever\n\n" + VERSION_LINE).sections())
                .containsExactly(SampleSection.ofWords("whatever"));
        assertThat(SampleText.read("whatever\n")).isEqualTo(SampleText.EMPTY);
    }

    @Test
    void shouldReadTheSameWhenTheTextHasNoVersion() {
        SampleText text = SampleText.of(FAILURE, RESPONSE);

        assertThat(SampleText.read(text.text())).isEqualTo(text);
        assertThat(SampleText.read(text.text().replace(VERSION_LINE, "")).sections())
                .contains(RESPONSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            declined    | 0200 | 0210 | 51: Not sufficient funds.
            cut         | 0200 | none | PARTIAL_FRAME: Only a part of a frame came in time.
            passed-over | 0200 | 0210 | not the answer: 1 other
            unsolicited | 0800 | 0810 | MTI 0800 is a request of the host's own
            connect     | none | none | Connect to 127.0.0.1
            """)
    void shouldReadWhatAnEarlierVersionWrote(String name, String request, String response, String words)
            throws IOException {
        SampleReport report = SampleReport.read(earlier(name + ".request"), earlier(name + ".response"));

        assertThat(mti(report.request())).isEqualTo(request);
        assertThat(mti(report.response())).isEqualTo(response);
        assertThat(report.words()).startsWith(words).doesNotContain("element   at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "10", "999999999"})
    void shouldBeLaterWhenANewerVersionWroteIt(String version) {
        String text = SampleText.of(RESPONSE).text().replace("text 1\n", "text " + version + "\r\n");

        assertThat(SampleReport.isLater("", text)).isTrue();
        assertThat(SampleReport.isLater(text, "")).isTrue();
        assertThat(SampleText.read(text)).isEqualTo(SampleText.EMPTY);
    }

    @Test
    void shouldNotBeLaterWhenItIsNoneOfOurs() {
        assertThat(SampleReport.isLater("iso-stress sample text 2 of 3", "<html>\n</html>\n"))
                .isFalse();
    }
}
