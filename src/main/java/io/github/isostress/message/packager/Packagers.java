package io.github.isostress.message.packager;

import io.github.isostress.message.IsoPackager;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * Finds packagers by built-in name, XML file or class, each read once and shared; what is refused is read again only
 * when its file has changed. Nothing is ever fetched from a network. Thread-safe.
 *
 * <p>The built-in ones are jPOS's own: {@code iso87ascii}, {@code iso87binary}, {@code iso93ascii}, {@code iso93binary}
 * and {@code cmf}. {@code none} stands for messages that are not looked into.
 */
public final class Packagers {
    /** The names that need no file, in the order a user should see them. */
    public static final List<String> BUILT_IN =
            List.of("iso87ascii", "iso87binary", "iso93ascii", "iso93binary", "cmf");

    /** The name for raw messages. */
    public static final String NONE = "none";

    private static final String CLASS_PATH = "jar:";
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[A-Za-z_$][\\w$]*\\.)+[A-Z_$][\\w$]*");

    /** Definitions that cannot change: built-in, resources, classes. Refusals are kept, too. */
    private static final Map<String, Outcome> OF_CLASS_PATH = new ConcurrentHashMap<>();

    private static final Map<Path, ReadFile> FILES = new ConcurrentHashMap<>();

    private Packagers() {}

    /**
     * The packager of that name.
     *
     * @param name a built-in name, {@code none} or blank for no packager, the name of a jPOS GenericPackager XML file,
     *     {@code jar:} and the path of one on the class path, or the name of a class of jPOS that packs messages
     * @param files turns a file name into a path
     * @return empty if messages are raw
     * @throws IllegalArgumentException with one clear sentence if there is no such packager or it is not usable; a
     *     {@link PackagerRefusal} if several may be wrong with it
     */
    public static Optional<IsoPackager> find(String name, Function<String, Path> files) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.equalsIgnoreCase(NONE)) {
            return Optional.empty();
        }
        if (wanted.startsWith(CLASS_PATH)) {
            return Optional.of(OF_CLASS_PATH
                    .computeIfAbsent(wanted, key -> Outcome.of(() -> resource(key)))
                    .packager());
        }
        Optional<String> builtIn =
                BUILT_IN.stream().filter(wanted::equalsIgnoreCase).findAny();
        return Optional.of(builtIn.map(Packagers::builtIn).orElseGet(() -> fileOrClass(wanted, files)));
    }

    /** One of the {@link #BUILT_IN} packagers. */
    public static IsoPackager builtIn(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new IllegalArgumentException(unknown(name));
        }
        return OF_CLASS_PATH
                .computeIfAbsent(
                        name,
                        key -> Outcome.of(() -> PackagerDefinition.read(
                                key, new PackagerSource.OnClassPath("packager/" + key + ".xml"))))
                .packager();
    }

    private static IsoPackager resource(String name) {
        String path = StringUtils.removeStart(name.substring(CLASS_PATH.length()), "/");
        if (path.contains(":") || path.contains("..") || !new PackagerSource.OnClassPath(path).exists()) {
            throw new PackagerRefusal("packager '" + DefinitionTag.shown(name)
                    + "' is no file on the class path; jar: takes the path inside a jar, such as jar:packager/cmf.xml");
        }
        return PackagerDefinition.read(name, new PackagerSource.OnClassPath(path));
    }

    private static IsoPackager fileOrClass(String name, Function<String, Path> files) {
        Path path;
        try {
            path = files.apply(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(unknown(name) + ", and it is no name of a file", e);
        }
        if (Files.isRegularFile(path)) {
            return fromFile(path);
        }
        if (CLASS_NAME.matcher(name).matches()) {
            return OF_CLASS_PATH
                    .computeIfAbsent(name, key -> Outcome.of(() -> PackagerDefinition.ofClass(key)))
                    .packager();
        }
        throw new IllegalArgumentException(unknown(name)
                + (Files.isDirectory(path) ? ", and " + path + " is a folder" : ", and there is no file " + path)
                + meant(name));
    }

    private static String meant(String name) {
        String withoutEnd = StringUtils.removeEndIgnoreCase(name, ".xml");
        return NearNames.nearest(withoutEnd, BUILT_IN)
                .or(() -> JposClasses.names().stream()
                        .filter(known -> known.endsWith("Packager") && known.endsWith("." + withoutEnd))
                        .findAny())
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private static IsoPackager fromFile(Path path) {
        Path absolute = path.toAbsolutePath();
        ReadFile known = FILES.get(absolute);
        if (known == null || !known.isCurrent()) {
            known = FILES.compute(absolute, (key, old) -> old != null && old.isCurrent() ? old : ReadFile.of(key));
        }
        return known.outcome().packager();
    }

    private static String unknown(String name) {
        return "packager '" + name + "' is none of " + String.join(", ", BUILT_IN) + ", " + NONE;
    }

    /** What came of reading a definition: a packager, or why there is none. */
    private record Outcome(IsoPackager read, PackagerRefusal refusal) {
        static Outcome of(Supplier<IsoPackager> reading) {
            try {
                return new Outcome(reading.get(), null);
            } catch (PackagerRefusal e) {
                return new Outcome(null, e);
            }
        }

        IsoPackager packager() {
            if (refusal != null) {
                throw refusal;
            }
            return read;
        }
    }

    /** What came of a file, as long as neither it nor one that it asked for has changed. */
    private record ReadFile(List<FileState> asked, Outcome outcome) {
        static ReadFile of(Path path) {
            PackagerSource.InFolder source = new PackagerSource.InFolder(path);
            Outcome outcome = Outcome.of(() -> PackagerDefinition.read(source.name(), source));
            return new ReadFile(source.asked(), outcome);
        }

        boolean isCurrent() {
            return asked.stream().allMatch(FileState::isCurrent);
        }
    }
}
