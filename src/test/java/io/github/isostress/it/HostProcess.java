package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.HostMain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The embedded host in its own process, run from the plugin that the build has installed. */
public final class HostProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on [^:]+:(\\d+).*");
    private static final Path LIBRARY = JMeterProcess.HOME.resolve("lib");
    private static final String EVERYTHING = LIBRARY.resolve("ext") + "/*" + File.pathSeparator + LIBRARY + "/*";

    private final Process process;
    private final BufferedReader output;
    private final int port;

    /** Starts it on a free port, with the demo certificates. */
    public HostProcess(String... options) throws IOException {
        this(List.of("-cp", EVERYTHING, HostMain.class.getName()), options);
    }

    /** Starts it by the plugin's jar, as options without a command do. */
    public static HostProcess standAlone(Path jar) throws IOException {
        return new HostProcess(List.of("-jar", jar.toString()));
    }

    private HostProcess(List<String> program, String... options) throws IOException {
        List<String> command = JMeterProcess.java();
        command.addAll(program);
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

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Asks it to end and gives the record that it prints then. */
    public String end() {
        process.toHandle().destroy();
        return output.lines().collect(Collectors.joining("\n"));
    }

    /** Ends it at once if it is still there. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
