package io.github.isostress.jmeter.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.help.HelpPage;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jmeter.functions.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The forms in which the editor offers functions. */
@ExtendWith(JMeterEnvironment.class)
class FunctionFormTest {
    private static final Map<String, Function> FUNCTIONS = ServiceLoader.load(Function.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(Function::getReferenceKey, function -> function, (one, other) -> one));

    @Test
    void shouldHaveEveryFunctionOfOurs() {
        assertThat(FunctionForm.OURS)
                .extracting(FunctionForm::name)
                .containsExactlyInAnyOrderElementsOf(FUNCTIONS.keySet().stream()
                        .filter(name -> name.startsWith("__iso"))
                        .toList());
    }

    @Test
    void shouldHaveAsManyArgumentsAsTheFunctionTakes() {
        assertThat(FunctionForm.OURS).allSatisfy(function -> {
            int described = FUNCTIONS.get(function.name()).getArgumentDesc().size();
            // The last one, the name of a variable, may be left out.
            assertThat(arguments(function)).as(function.form()).isEqualTo(described - 1);
        });
    }

    private static int arguments(FunctionForm function) {
        String inside = function.form().replaceFirst(".*\\((.*)\\)", "$1");
        return inside.isEmpty() ? 0 : inside.split(",", -1).length;
    }

    @Test
    void shouldBeKnownToJMeterWhenItIsOneOfIts() {
        assertThat(FunctionForm.OF_JMETER).allMatch(function -> FUNCTIONS.containsKey(function.name()));
    }

    @Test
    void shouldStandInTheHelp() throws Exception {
        String help = HelpPage.TEMPLATE.text();

        assertThat(Stream.concat(FunctionForm.OURS.stream(), FunctionForm.OF_JMETER.stream()))
                .allMatch(function -> help.contains("${" + function.name() + "("));
    }
}
