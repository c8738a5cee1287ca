package io.github.isostress.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.template.Expression;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestRunTest {
    @AfterEach
    void end() {
        TestRun.end();
    }

    @Test
    void shouldForgetARefusalWhenItEnds() {
        TestRun.current().refuse("the host did not start");
        assertThatThrownBy(() -> TestRun.current().check())
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CONFIG_ERROR))
                .hasMessage("the host did not start");

        TestRun.end();

        assertThatCode(() -> TestRun.current().check()).doesNotThrowAnyException();
    }

    @Test
    void shouldCompileATemplateOnceWhenItIsAskedForAgain() throws FailureException {
        MessageTemplate first = template("hex 0800");

        assertThat(template("hex 0800")).isSameAs(first);
        TestRun.end();
        assertThat(template("hex 0800")).isNotSameAs(first);
    }

    @Test
    void shouldRefuseATemplateEachTimeWhenItCannotBeCompiled() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> template("hex 080"))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.TEMPLATE_ERROR));
        }
    }

    @Test
    void shouldShareWhatIsMadeOfEqualPartsUntilTheRunEnds() {
        Object first = TestRun.current().shared(List.of("a", 1), Object.class, Object::new);

        assertThat(TestRun.current().shared(List.of("a", 1), Object.class, Object::new))
                .isSameAs(first);
        assertThat(TestRun.current().shared(List.of("a", 2), Object.class, Object::new))
                .isNotSameAs(first);
        TestRun.end();
        assertThat(TestRun.current().shared(List.of("a", 1), Object.class, Object::new))
                .isNotSameAs(first);
    }

    @Test
    void shouldStillMakeWhatIsAskedForWhenEverySampleAsksForSomethingElse() {
        for (int i = 0; i < 10_000; i++) {
            int part = i;
            assertThat(TestRun.current().shared(List.of(part), Integer.class, () -> part))
                    .isEqualTo(part);
        }
    }

    @Test
    void shouldHaveARunOfItsOwnWhenWorkIsDoneApart() {
        TestRun current = TestRun.current();

        TestRun apart = TestRun.apart(TestRun::current);

        assertThat(apart).isNotSameAs(current);
        assertThat(TestRun.current()).isSameAs(current);
    }

    private static MessageTemplate template(Object place) throws FailureException {
        return TestRun.current()
                .template(
                        place,
                        String.valueOf(place),
                        Optional.empty(),
                        Expression.Compiler.LITERAL,
                        RequestCheck.READ_BACK);
    }
}
