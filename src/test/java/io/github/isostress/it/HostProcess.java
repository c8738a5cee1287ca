package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.HostMain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The embedded host in its own process, run from the plugin that the build has installed. */
final class HostProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on [^:]+:(\\d+).*");

    private final Process process;
    private final BufferedReader output;
    private final int port;

    /** Starts it on a free port, with the demo certificates. */
    HostProcess(String... options) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path library = JMeterProcess.HOME.resolve("lib");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-cp",
                library.resolve("ext") + "/*" + File.pathSeparator + library + "/*",
                HostMain.class.getName()));
        command.addAll(List.of("--port", "0"));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .directory(JMeterProcess.PROJECT.toFile())
                .redirectErrorStream(true)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(output.readLine());
        Matcher listening = LISTENING.matcher(line);
        assertThat(listening.matches()).as(line).isTrue();
        port = Integer.parseInt(listening.group(1));
    }

    int port() {
        return port;
    }

    /** Asks it to end and gives the record that it prints then. */
    String end() {
        process.toHandle().destroy();
        return output.lines().collect(Collectors.joining("\n"));
    }

    /** Ends it at once if it is still there. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
