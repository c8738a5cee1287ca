package io.github.isostress.jmeter.rehearsal;

import static io.github.isostress.support.TestCertificates.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.tls.KeyStoreContents;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Key stores as an element names them. */
@ExtendWith(JMeterEnvironment.class)
class StoreInspectionTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    @TempDir
    Path folder;

    private final Iso8583Connection connection = new Iso8583Connection();

    private Optional<KeyStoreContents> look(Map<String, String> variables) throws FailureException {
        return StoreInspection.ofKeyStore(
                connection, SCHEMA.keyStore, SCHEMA.keyStorePassword, Optional.of(SCHEMA.privateKey), variables);
    }

    @Test
    void shouldBeNothingWhenNoFileIsNamed() throws Exception {
        assertThat(look(Map.of())).isEmpty();
    }

    @Test
    void shouldOpenItWhenFileAndPasswordAreExpressions() throws Exception {
        connection.set(SCHEMA.keyStore, "${folder}/client.pfx");
        connection.set(SCHEMA.keyStorePassword, "${__P(inspected.password)}");
        new TestCertificates(folder);
        JMeterUtils.setProperty("inspected.password", PASSWORD);
        try {
            assertThat(look(Map.of("folder", folder.toString())).orElseThrow().entries())
                    .hasSize(1);
        } finally {
            JMeterUtils.getJMeterProperties().remove("inspected.password");
        }
    }

    @Test
    void shouldNameTheVariableAndNotThePasswordWhenItHasNoValue() {
        connection.set(SCHEMA.keyStore, "client.pfx");
        connection.set(SCHEMA.keyStorePassword, "s3cret${PIN}");

        assertThatThrownBy(() -> look(Map.of()))
                .hasMessage("keyStorePassword: a variable or function in ${PIN} has no value");
    }
}
