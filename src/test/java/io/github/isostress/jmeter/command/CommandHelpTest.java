package io.github.isostress.jmeter.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plugin's jar tells where it lies alone, without JMeter and without its libraries. */
class CommandHelpTest {
    /** Of a terminal. */
    private static final String STYLE = "\u001b\\[[;\\d]*m";

    static final List<String> COMMANDS = CommandHelp.COMMANDS;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    /** With the plugin's own classes, and none besides Java's. */
    private int runAlone(Map<String, String> environment, List<String> arguments) throws Exception {
        URL own = IsoStress.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
            Method run = Class.forName(IsoStress.class.getName(), true, alone)
                    .getDeclaredMethod("run", List.class, Map.class, PrintStream.class, PrintStream.class);
            run.setAccessible(true);
            return (int) run.invoke(null, arguments, environment, stream(printed), stream(told));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return lines(printed.toString(StandardCharsets.UTF_8));
    }

    private static String lines(String text) {
        return text.replace(System.lineSeparator(), "\n").replaceAll(STYLE, "");
    }

    private static String page(String command) throws IOException {
        try (InputStream page = CommandHelp.class.getResourceAsStream(CommandHelp.resource(command))) {
            return page == null ? "" : lines(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<String> asking(String command) {
        return command.isEmpty() ? List.of("--help") : List.of(command, "--help");
    }

    /** The file of a page that is not right is that of {@code target/help}. */
    @ParameterizedTest
    @FieldSource("COMMANDS")
    void shouldBeWhatTheCommandItselfPrintsWhenItIsAskedForHelp(String command) throws Exception {
        assertThat(JarCommands.run(asking(command), Optional.empty(), stream(printed), stream(told)))
                .isZero();
        Path file = Path.of(System.getProperty("project.basedir", ""), "target", CommandHelp.resource(command));
        Files.createDirectories(file.getParent());
        Files.writeString(file, printed());

        assertThat(page(command)).isEqualTo(printed());
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void shouldTellHowItIsUsedWhenNoOtherJarIsThere(String command) throws Exception {
        assertThat(runAlone(Map.of(), asking(command))).isZero();
        assertThat(printed()).isEqualTo(page(command)).contains("Usage: ");
        assertThat(told.size()).isZero();
    }

    @Test
    void shouldTellTheCommandsAndTheVersionsWhenNoOtherJarIsThere() throws Exception {
        assertThat(runAlone(Map.of(), List.of())).isZero();
        assertThat(printed()).isEqualTo(page(""));

        printed.reset();
        assertThat(runAlone(Map.of(), List.of("--version"))).isZero();
        assertThat(printed()).isEqualTo("iso-stress of no release, Java " + Runtime.version() + "\n");
    }

    @Test
    void shouldTellHowItIsUsedWhenWhatIsNamedIsNoJMeter() throws Exception {
        assertThat(runAlone(Map.of(InstalledJMeter.VARIABLE, folder.toString()), List.of("run", "-h")))
                .isZero();
        assertThat(printed()).isEqualTo(page("run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "host", "summary", "certificates", "migrate", "keys"})
    void shouldNameWhatIsMissingWhenItIsToWorkAndNoOtherJarIsThere(String command) throws Exception {
        assertThat(runAlone(Map.of(), List.of(command, "x"))).isEqualTo(2);
        assertThat(printed.size()).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(InstalledJMeter.NONE);
    }
}
