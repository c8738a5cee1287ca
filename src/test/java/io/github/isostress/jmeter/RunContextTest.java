package io.github.isostress.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateSource;
import io.github.isostress.message.value.Expression;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the threads of a run share, and no other run has. */
@ExtendWith(JMeterEnvironment.class)
class RunContextTest {
    private static final RunCache<String, Object> THINGS = new RunCache<>(10, key -> new Object());
    private static final RunCache<Integer, Integer> NUMBERS = new RunCache<>(1_000, number -> number);

    private final RunContext run = RunContext.ofPreview();
    private final RunContext next = RunContext.ofPreview();

    @Test
    void shouldLetNoSamplePassWhenItWasRefused() {
        run.refuse("the host did not start");
        run.refuse("another reason");

        assertThatThrownBy(run::check)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CONFIG_ERROR))
                .hasMessage("the host did not start");
        assertThatCode(next::check).doesNotThrowAnyException();
    }

    @Test
    void shouldCompileATemplateOnceWhenItIsAskedForAgain() throws FailureException {
        MessageTemplate first = template(run, "hex 0800");

        assertThat(template(run, "hex 0800")).isSameAs(first);
        assertThat(template(next, "hex 0800")).isNotSameAs(first);
    }

    @Test
    void shouldRefuseATemplateEachTimeWhenItCannotBeCompiled() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> template(run, "hex 080"))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.TEMPLATE_ERROR));
        }
    }

    @Test
    void shouldMakeAThingOnceARunWhenKeysAreEqual() {
        Object first = THINGS.get(run, "a1");

        assertThat(THINGS.get(run, "a" + 1)).isSameAs(first);
        assertThat(THINGS.get(run, "a2")).isNotSameAs(first);
        assertThat(THINGS.get(next, "a1")).isNotSameAs(first);
    }

    @Test
    void shouldStillMakeWhatIsAskedForWhenEverySampleAsksForSomethingElse() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(NUMBERS.get(run, i)).isEqualTo(i);
        }
        assertThat(run.entries(NUMBERS)).hasSizeBetween(1, 1_000);
    }

    private static MessageTemplate template(RunContext run, String place) throws FailureException {
        return run.templates()
                .get(
                        place,
                        TemplateSource.only(place),
                        Optional.empty(),
                        Expression.Compiler.LITERAL,
                        RequestCheck.READ_BACK);
    }
}
