package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JMeter the commands work with. */
class InstalledJMeterTest {
    @TempDir
    Path folder;

    private Path home(String name) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(home.resolve("bin").resolve("jmeter.properties"));
        Files.createDirectories(home.resolve("lib/ext"));
        Files.createFile(home.resolve("lib/ext/ApacheJMeter_core.jar"));
        return home;
    }

    private static Optional<Path> found(Path jar, Map<String, String> environment, String... arguments) {
        return InstalledJMeter.find(List.of(arguments), jar, environment).map(InstalledJMeter::folder);
    }

    @Test
    void shouldBeTheOneNamedThenTheOneAroundThenThatOfTheEnvironmentWhenThereAreSeveral() throws IOException {
        Path named = home("named");
        Path around = home("around");
        Path inside = around.resolve("lib/ext/jmeter-iso-stress.jar");
        Path elsewhere = folder.resolve("jmeter-iso-stress.jar");
        Map<String, String> variable = Map.of("JMETER_HOME", home("variable").toString());

        assertThat(found(inside, variable, "run", "--jmeter", named.toString())).contains(named);
        assertThat(found(inside, variable, "--jmeter=" + named, "run")).contains(named);
        assertThat(found(inside, variable, "run")).contains(around);
        assertThat(found(elsewhere, variable, "run")).contains(folder.resolve("variable"));
        assertThat(found(elsewhere, Map.of(), "run")).isEmpty();
    }

    @Test
    void shouldSayWhoNamesWhatWhenThatIsNoJMeter() {
        assertThatThrownBy(() -> found(folder, Map.of(), "--jmeter", folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--jmeter names %s, which is no folder of a JMeter: that has bin/jmeter.properties and"
                                + " lib/ext/ApacheJMeter_core.jar",
                        folder);
        assertThatThrownBy(() -> found(folder, Map.of("JMETER_HOME", folder.toString()), "run"))
                .hasMessageStartingWith("JMETER_HOME names " + folder);
    }
}
