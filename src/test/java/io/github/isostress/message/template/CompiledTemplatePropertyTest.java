package io.github.isostress.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleMessages;
import io.github.isostress.message.support.Variables;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The codec's promise: a template gives the bytes that jPOS gives for the same values. */
class CompiledTemplatePropertyTest {

    /** More than there are layouts that a template keeps. */
    private static final int FILLS = 40;

    @Property(tries = 2_000)
    void shouldGiveTheBytesOfJposWhenValuesAreTheSame(@ForAll("messages") SampleMessage sample) throws Exception {
        assertThat(sample.template().fill().bytes()).isEqualTo(sample.jpos().pack());
    }

    @Property(tries = 200)
    void shouldGiveTheSameBytesAgainWhenFilledTwice(@ForAll("messages") SampleMessage sample) throws Exception {
        MessageTemplate template = sample.template();

        assertThat(template.fill().bytes()).isEqualTo(template.fill().bytes());
    }

    @Property(tries = 300)
    void shouldGiveTheBytesOfJposWhenElementsComeAndGo(@ForAll("messages") SampleMessage sample, @ForAll Random random)
            throws Exception {
        Variables variables = new Variables();
        SampleMessage allVariable = sample.variable();
        MessageTemplate template = allVariable.template(variables);

        for (int i = 0; i < FILLS; i++) {
            SampleMessage part = allVariable.without(number -> number > 0 && random.nextInt(4) == 0);
            allVariable
                    .lines()
                    .forEach(line -> variables.with(line.path(), part.lines().contains(line) ? line.value() : ""));
            if (part.lines().size() > 1) {
                assertThat(template.fill().bytes()).isEqualTo(part.jpos().pack());
            }
        }
    }

    @Property
    void shouldGiveTheBytesOfJposWhenPackagerIsAUsersOwn(@ForAll("ownMessages") SampleMessage sample) throws Exception {
        assertThat(sample.template().fill().bytes()).isEqualTo(sample.jpos().pack());
    }

    @Property
    void shouldGiveTheBytesOfJposWhenTextsAreOfEveryForm(@ForAll("texts") SampleMessage sample) throws Exception {
        // jPOS does not read back what it packs of some of them: it does not pad what it is to trim.
        MessageTemplate template = sample.template(new Variables(), RequestCheck.NONE);

        assertThat(template.fill().bytes()).isEqualTo(sample.jpos().pack());
    }

    @Provide
    Arbitrary<SampleMessage> texts() {
        return SampleMessages.ofTexts();
    }

    @Provide
    Arbitrary<SampleMessage> ownMessages() {
        return SampleMessages.ofOwnPackagers();
    }

    @Provide
    Arbitrary<SampleMessage> messages() {
        return SampleMessages.ofBuiltInPackagers();
    }
}
