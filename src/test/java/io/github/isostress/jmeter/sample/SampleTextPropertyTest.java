package io.github.isostress.jmeter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a sample tells, in words and messages in any order, is read back from its text. */
class SampleTextPropertyTest {
    @Property(tries = 500)
    void shouldComeBackWhenItIsWritten(@ForAll("texts") SampleText text, @ForAll boolean windows) {
        String written = windows ? text.text().replace("\n", "\r\n") : text.text();

        assertThat(SampleText.read(written)).as(written).isEqualTo(text);
    }

    @Property(tries = 200)
    void shouldComeBackWhenTheRequestIsRepeated(
            @ForAll("requests") SampleText request, @ForAll("texts") SampleText response) {
        SampleTexts written = SampleTexts.withRequestRepeated(request, response);

        assertThat(SampleText.read(written.samplerData())).isEqualTo(request);
        List<SampleSection> all = new ArrayList<>(response.sections());
        all.addAll(request.sections());
        assertThat(SampleText.read(written.responseData()).sections()).isEqualTo(all);
    }

    @Provide
    Arbitrary<SampleText> texts() {
        return Arbitraries.oneOf(words(), messages()).list().ofMaxSize(5).map(SampleText::new);
    }

    @Provide
    Arbitrary<SampleText> requests() {
        return Arbitraries.oneOf(words(), messages()).map(SampleText::of);
    }

    /** Such as the tables and dumps of messages have, too. */
    private static Arbitrary<SampleSection> words() {
        Arbitrary<String> line = Arbitraries.oneOf(
                Arbitraries.of(
                        "element   at  len  name   value",
                        "0000  41 42",
                        "Request, 12",
                        "Response to nobody, 3 bytes",
                        "iso-stress sample text 1"),
                Arbitraries.strings()
                        .withChars(' ', ',', ':', '0', '4', 'R', 'e')
                        .ofMinLength(1)
                        .ofMaxLength(30)
                        .map(text -> "x" + text.stripTrailing()));
        return line.list().ofMinSize(1).ofMaxSize(4).map(lines -> SampleSection.ofWords(String.join("\n", lines)));
    }

    private static Arbitrary<SampleSection> messages() {
        Arbitrary<Function<MessageDescription, SampleSection>> form = Arbitraries.of(List.of(
                SampleSection::ofRequest,
                SampleSection::ofResponse,
                SampleSection::ofUnfinished,
                description -> SampleSection.ofPassedOver("it does not answer", description)));
        Arbitrary<SampleMessage> message =
                Arbitraries.oneOf(SampleMessages.ofBuiltInPackagers(), SampleMessages.ofOwnPackagers());
        return Combinators.combine(form, message, Arbitraries.of(true, false))
                .as((section, sample, inWords) -> section.apply(described(sample, inWords)));
    }

    private static MessageDescription described(SampleMessage sample, boolean inWords) {
        try {
            byte[] bytes = sample.jpos().pack();
            return inWords
                    ? MessageDescriber.masked(bytes, 0, Messages.decode(sample.packager(), bytes))
                    : MessageDescriber.RAW.unread(bytes, 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
