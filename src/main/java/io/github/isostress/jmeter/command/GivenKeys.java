package io.github.isostress.jmeter.command;

import io.github.isostress.jmeter.command.RunKey.Kind;
import io.github.isostress.jmeter.setting.SettingCheck;
import io.github.isostress.message.packager.NearNames;
import io.github.isostress.wire.Endpoint;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a file and options say of a run, an option going before the file, and every mistake. For one thread. */
final class GivenKeys {
    private static final List<RunKey> OF_TLS =
            List.of(RunKey.CLIENT_CERT_PFX, RunKey.CLIENT_CERT_PASSWORD, RunKey.CA_CERT, RunKey.TRUST_ALL);

    private final Map<RunKey, String> values = new EnumMap<>(RunKey.class);
    private final Map<RunKey, String> places = new EnumMap<>(RunKey.class);
    private final List<String> mistakes = new ArrayList<>();

    /**
     * Takes a file; names of files in it are relative to its folder.
     *
     * @throws IllegalArgumentException with one clear sentence if it cannot be read
     */
    void takeFile(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        ConfigFile.read(file).forEach((name, value) -> {
            Optional<RunKey> key = RunKey.of(name);
            if (key.isPresent()) {
                take(key.get(), value, file.getFileName() + ": " + name, folder);
            } else {
                mistakes.add(
                        file.getFileName() + ": there is no key " + name + NearNames.didYouMean(name, RunKey.keys()));
            }
        });
    }

    /** Takes an option, in place of what the file said; files are relative to the current folder. */
    void takeOption(RunKey key, String value) {
        take(key, value, key.option(), Path.of("").toAbsolutePath());
    }

    private void take(RunKey key, String value, String place, Path folder) {
        places.put(key, place);
        values.put(key, isFile(key, value) ? resolved(folder, value.strip()) : text(key, value));
    }

    private static String text(RunKey key, String value) {
        return key.kind() == Kind.SECRET ? value : value.strip();
    }

    private static boolean isFile(RunKey key, String value) {
        return key.kind() == Kind.FILE || key.kind() == Kind.NAME_OR_FILE && value.matches(".*[./\\\\].*");
    }

    private static String resolved(Path folder, String name) {
        try {
            return folder.resolve(name).normalize().toString();
        } catch (InvalidPathException e) {
            // As no file has such a name, the check finds none.
            return name;
        }
    }

    /**
     * The settings, all right.
     *
     * @throws IllegalArgumentException with one clear sentence a line, for each mistake
     */
    RunSettings checked() {
        values.forEach((key, value) -> problem(key, value).ifPresent(problem -> add(key, problem)));
        RunSettings settings = new RunSettings(values);
        requireHost(settings);
        if (settings.given(RunKey.ISO_MESSAGE).isPresent()
                && settings.given(RunKey.TEMPLATE).isPresent()) {
            add(RunKey.TEMPLATE, "the message is given by " + places.get(RunKey.ISO_MESSAGE) + ", too: leave one out");
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), mistakes));
        }
        return settings;
    }

    private void add(RunKey key, String problem) {
        mistakes.add(places.get(key) + ": " + problem);
    }

    private Optional<String> problem(RunKey key, String value) {
        if (!Boolean.parseBoolean(values.get(RunKey.USE_TLS)) && OF_TLS.contains(key)) {
            // A file of the time when the host had TLS may name what is not there any more.
            return Optional.empty();
        }
        if (key.kind() == Kind.FILE) {
            return isReadable(value)
                    ? Optional.empty()
                    : Optional.of("'" + value + "' is no file on this machine that can be read");
        }
        return key.problem(value);
    }

    private static boolean isReadable(String name) {
        try {
            return Files.isRegularFile(Path.of(name)) && Files.isReadable(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void requireHost(RunSettings settings) {
        if (!settings.isEmbedded() && settings.given(RunKey.HOST).isEmpty()) {
            mistakes.add("host is missing: write the name or the address of the host to test, or "
                    + RunSettings.EMBEDDED + " for one in this JVM");
        } else if (!settings.isEmbedded() && !hasPort(settings)) {
            mistakes.add("port is missing: write the port of the host to test");
        }
    }

    /** A port may stand behind the host's name, too. */
    private static boolean hasPort(RunSettings settings) {
        return settings.given(RunKey.PORT).isPresent()
                || SettingCheck.readBy(host -> Endpoint.parse(host, ""))
                        .problem(settings.value(RunKey.HOST))
                        .isEmpty();
    }

    /** What was given and has no effect: a sentence each. */
    List<String> remarks() {
        if (Boolean.parseBoolean(values.get(RunKey.USE_TLS))) {
            return List.of();
        }
        return OF_TLS.stream()
                .filter(values::containsKey)
                .map(key -> places.get(key) + ": not used, as use_tls is not true")
                .toList();
    }
}
