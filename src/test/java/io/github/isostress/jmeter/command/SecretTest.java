package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an option finds a password. */
class SecretTest {
    private static final String OPTION = "--client-cert-password";

    @TempDir
    Path folder;

    private static String found(String where) {
        return Secret.found(OPTION, where, Map.of("PFX_PASSWORD", "of the environment"), null);
    }

    @Test
    void shouldBeTheFirstLineOfAFileOrAVariableWhenTheOptionNamesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), " with blanks \nmore\n");

        assertThat(found("@" + file)).isEqualTo(" with blanks ");
        assertThat(found("env:PFX_PASSWORD")).isEqualTo("of the environment");
    }

    @ParameterizedTest
    @CsvSource({
        "s3cretWord, everybody on this machine can read a command line",
        "env:NONE, the environment variable NONE is not set",
        "@/none/such, file /none/such cannot be read",
        "'', there is no terminal at which to ask for it"
    })
    void shouldSayWhatToDoWithoutShowingItWhenItIsNotThere(String where, String sentence) {
        assertThatThrownBy(() -> found(where))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(OPTION + ": " + sentence)
                .message()
                .doesNotContain("s3cretWord");
    }
}
