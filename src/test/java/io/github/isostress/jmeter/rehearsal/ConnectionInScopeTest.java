package io.github.isostress.jmeter.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.message.packager.Packagers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an editor learns of the connection in scope. */
@ExtendWith(JMeterEnvironment.class)
class ConnectionInScopeTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    private final Iso8583Connection connection = new Iso8583Connection();
    private final Map<String, String> variables = new LinkedHashMap<>();

    @BeforeEach
    void nameIt() {
        connection.setName("host");
    }

    private ConnectionInScope read() {
        return ConnectionInScope.of(new PlanScope(Optional.of(connection), variables))
                .orElseThrow();
    }

    @Test
    void shouldBeNoneWhenThereIsNone() {
        assertThat(ConnectionInScope.of(new PlanScope(Optional.empty(), variables)))
                .isEmpty();
    }

    @Test
    void shouldEvaluateItsPropertiesWhenTheyUseVariablesOfThePlan() {
        variables.put("kind", "binary");
        variables.put("dialect", "iso93${kind}");
        connection.set(SCHEMA.packager, "${dialect}");
        connection.set(SCHEMA.framing, "${kind}4 max=99");

        assertThat(read().packager()).contains(Packagers.builtIn("iso93binary"));
        assertThat(read().framing()).isEqualTo(FramingReader.parse("binary4 max=99"));
    }

    @Test
    void shouldHaveNoPackagerWhenMessagesAreRaw() {
        connection.set(SCHEMA.packager, "none");

        assertThat(read().packager()).isEmpty();
    }

    @Test
    void shouldNameTheConnectionWhenItsPackagerIsUnknown() {
        connection.set(SCHEMA.packager, "${missing}");

        assertThatIllegalArgumentException()
                .isThrownBy(this::read)
                .withMessageStartingWith("'host': packager '${missing}' is none of");
    }

    @Test
    void shouldLeaveTheThreadsOwnVariablesWhenItHasSome() {
        JMeterVariables own = new JMeterVariables();
        JMeterContextService.getContext().setVariables(own);
        variables.put("dialect", "cmf");
        connection.set(SCHEMA.packager, "${dialect}");

        assertThat(read().packager()).contains(Packagers.builtIn("cmf"));
        assertThat(JMeterContextService.getContext().getVariables()).isSameAs(own);
        assertThat(own.get("dialect")).isNull();
    }
}
