package io.github.isostress.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The codec's promise: a template gives the bytes that jPOS gives for the same values. */
class CompiledTemplatePropertyTest {

    @Property(tries = 2_000)
    void shouldGiveTheBytesOfJposWhenValuesAreTheSame(@ForAll("messages") SampleMessage sample) throws Exception {
        assertThat(sample.template().fill()).isEqualTo(sample.jpos().pack());
    }

    @Property(tries = 200)
    void shouldGiveTheSameBytesAgainWhenFilledTwice(@ForAll("messages") SampleMessage sample) throws Exception {
        MessageTemplate template = sample.template();

        assertThat(template.fill()).isEqualTo(template.fill());
    }

    @Property
    void shouldGiveTheBytesOfJposWhenPackagerIsAUsersOwn(@ForAll("ownMessages") SampleMessage sample) throws Exception {
        assertThat(sample.template().fill()).isEqualTo(sample.jpos().pack());
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
