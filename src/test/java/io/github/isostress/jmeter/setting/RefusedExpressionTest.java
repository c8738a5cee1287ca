package io.github.isostress.jmeter.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.function.FailableConsumer;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting that is refused names the variable or function that gave it. */
@ExtendWith(JMeterEnvironment.class)
class RefusedExpressionTest {
    private static final String NOTHING = "${__P(no.such.property,)}";
    private static final PlanScope NO_PLAN = new PlanScope(Optional.empty(), Map.of());

    @BeforeEach
    void defineVariable() {
        JMeterVariables variables = new JMeterVariables();
        variables.put("wrong", "zzz");
        JMeterContextService.getContext().setVariables(variables);
    }

    @AfterEach
    void forgetVariable() {
        JMeterContextService.getContext().setVariables(null);
    }

    private static String refusal(
            TestElement element, String property, String text, FailableConsumer<TestElement, Exception> use) {
        element.setProperty(property, text);
        TestElement live = NO_PLAN.live(element);
        return catchThrowable(() -> use.accept(live)).getMessage();
    }

    private static void read(TestElement connection) throws Exception {
        try (RunContext run = RunContext.ofPreview()) {
            ConnectionReader reader = new ConnectionReader(connection, run);
            reader.words();
            reader.keep();
            reader.sharing();
            reader.settings(reader.packager());
        }
    }

    private static void assertNamed(String sentence, boolean isGiven, String expression) {
        assertThat(sentence).endsWith(expression + (isGiven ? " has given this value" : " has given nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "framing, true",
        "packager, true",
        "keep, true",
        "direction, true",
        "host, false",
        "hostOrder, true",
        "localAddresses, true",
        "reconnectPause, true",
        "connectTimeout, true",
        "connectTimeout, false",
        "window, true",
        "poolWait, true",
        "sharedChoice, true",
        "useTls, true",
        "resolve, true",
        "port, true"
    })
    void shouldNameItInASettingOfTheConnection(String property, boolean isGiven) {
        Iso8583Connection connection = new Iso8583Connection();
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, "5000");
        String expression = isGiven ? "${wrong}" : NOTHING;

        assertNamed(
                refusal(connection, "Iso8583Connection." + property, expression, RefusedExpressionTest::read),
                isGiven,
                expression);
    }

    @ParameterizedTest
    @CsvSource({"framing", "packager", "direction", "port", "useTls", "returnSecrets"})
    void shouldNameItInASettingOfTheHost(String property) {
        String sentence = refusal(
                new Iso8583Host(),
                "Iso8583Host." + property,
                "${wrong}",
                host -> new HostReader(host).settings(Keys.NONE));

        assertNamed(sentence, true, "${wrong}");
    }
}
