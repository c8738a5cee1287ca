package io.github.isostress.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jpos.iso.ISOException;
import org.xml.sax.SAXParseException;

/**
 * Finds packagers by built-in name or XML file, each parsed once and shared. Thread-safe.
 *
 * <p>The built-in ones are jPOS's own: {@code iso87ascii}, {@code iso87binary}, {@code iso93ascii},
 * {@code iso93binary} and {@code cmf}. {@code none} stands for messages that are not looked into.
 */
public final class Packagers {
    /** The names that need no file, in the order a user should see them. */
    public static final java.util.List<String> BUILT_IN =
            java.util.List.of("iso87ascii", "iso87binary", "iso93ascii", "iso93binary", "cmf");

    /** The name for raw messages. */
    public static final String NONE = "none";

    private static final Map<Object, IsoPackager> PARSED = new ConcurrentHashMap<>();

    private Packagers() {}

    /**
     * The packager of that name.
     *
     * @param name a built-in name, {@code none} or blank for no packager, or the name of a jPOS GenericPackager XML file
     * @param files turns a file name into a path
     * @return empty if messages are raw
     * @throws IllegalArgumentException with one clear sentence if there is no such packager or its file is not usable
     */
    public static Optional<IsoPackager> find(String name, Function<String, Path> files) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(BUILT_IN.contains(wanted) ? builtIn(wanted) : fromFile(wanted, files.apply(wanted)));
    }

    /** One of the {@link #BUILT_IN} packagers. */
    public static IsoPackager builtIn(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new IllegalArgumentException(unknown(name));
        }
        return PARSED.computeIfAbsent(name, key -> {
            try (InputStream definition =
                    IsoPackager.class.getClassLoader().getResourceAsStream("packager/" + name + ".xml")) {
                return parse(name, definition);
            } catch (IOException e) {
                throw new IllegalStateException("packager " + name + " cannot be read from the jPOS jar", e);
            }
        });
    }

    private record FileVersion(Path path, long modifiedMillis) {}

    private static IsoPackager fromFile(String name, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(unknown(name) + ", and there is no file " + path);
        }
        FileVersion version =
                new FileVersion(path.toAbsolutePath(), path.toFile().lastModified());
        return PARSED.computeIfAbsent(version, key -> {
            try (InputStream definition = Files.newInputStream(path)) {
                return parse(path.getFileName().toString(), definition);
            } catch (IOException e) {
                throw new IllegalArgumentException("packager file " + path + " cannot be read", e);
            }
        });
    }

    private static String unknown(String name) {
        return "packager '" + name + "' is none of " + String.join(", ", BUILT_IN) + ", " + NONE;
    }

    /** jPOS looks its DTDs up by the thread's context class loader, which may be anybody's. */
    private static IsoPackager parse(String name, InputStream definition) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(IsoPackager.class.getClassLoader());
        try {
            return new IsoPackager(name, definition);
        } catch (ISOException | RuntimeException | LinkageError e) {
            throw new IllegalArgumentException(
                    "packager file " + name + " is not a jPOS packager (XML with DOCTYPE isopackager): " + reason(e),
                    e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String reason(Throwable e) {
        Throwable nested = e instanceof ISOException iso && iso.getNested() != null ? iso.getNested() : e;
        SAXParseException where = ExceptionUtils.throwableOfType(nested, SAXParseException.class);
        if (where != null) {
            return (where.getLineNumber() > 0 ? "line " + where.getLineNumber() + ": " : "") + where.getMessage();
        }
        Throwable root = ExceptionUtils.getRootCause(nested);
        if (root instanceof ClassNotFoundException) {
            return "there is no class " + root.getMessage();
        }
        return root instanceof ClassCastException
                ? StringUtils.substringBefore(root.getMessage(), " (")
                : String.valueOf(root.getMessage());
    }
}
