package io.github.isostress.message.support;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOFieldPackager;

/** Every field packager of the jPOS jar that a packager file can name, and packager files that name them. */
public final class FieldClasses {
    private static final String FILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE isopackager PUBLIC "-//jPOS/jPOS Generic Packager DTD 1.0//EN" \
            "http://jpos.org/dtd/generic-packager-1.0.dtd">
            <isopackager>
            <isofield id="0" length="4" name="MTI" class="org.jpos.iso.IFA_NUMERIC"/>
            <isofield id="1" length="16" name="Bitmap" class="%s"/>
            %s
            </isopackager>
            """;

    private FieldClasses() {}

    /** The names of those that are not for bitmaps. */
    public static List<String> ofElements() {
        return all().stream()
                .filter(type -> !ISOBitMapPackager.class.isAssignableFrom(type))
                .map(Class::getName)
                .toList();
    }

    /** All of them, each with a constructor that takes nothing. */
    static List<Class<?>> all() {
        Path jar = Path.of(ISOFieldPackager.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && name.startsWith("org/jpos/"))
                    .<Class<?>>mapMulti((name, found) -> {
                        try {
                            found.accept(Class.forName(
                                    name.substring(0, name.length() - ".class".length())
                                            .replace('/', '.'),
                                    false,
                                    FieldClasses.class.getClassLoader()));
                        } catch (ClassNotFoundException | LinkageError e) {
                            // It needs a library that is not there, so it is no field packager.
                        }
                    })
                    .filter(FieldClasses::isInstantiable)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInstantiable(Class<?> type) {
        return ISOFieldPackager.class.isAssignableFrom(type)
                && !Modifier.isAbstract(type.getModifiers())
                && Stream.of(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0);
    }

    /** How a packager file names it, with the token that it needs. */
    public static String named(String fieldClass) {
        String token = fieldClass.endsWith("IF_FSTBINARY")
                ? "03"
                : fieldClass.contains("tlv") || fieldClass.endsWith("IF_TCHAR") ? "|" : "";
        return "class=\"" + fieldClass + '"' + (token.isEmpty() ? "" : " token=\"" + token + '"');
    }

    /** The greatest length that it has a prefix for, 99 at most. */
    public static int longest(String fieldClass) {
        return fieldClass.matches(".*_L[A-Z]*") && !fieldClass.matches(".*_LL.*") ? 9 : 99;
    }

    /** A packager of an MTI, a bitmap of 16 bytes and these elements. */
    public static IsoPackager packager(Path folder, String elements) {
        return packager(folder, "org.jpos.iso.IFB_BITMAP", elements);
    }

    /** The same with another bitmap. */
    public static IsoPackager packager(Path folder, String bitmapClass, String elements) {
        try {
            Path file = Files.createTempFile(folder, "packager", ".xml");
            Files.writeString(file, FILE.formatted(bitmapClass, elements), StandardCharsets.UTF_8);
            return Packagers.find(file.getFileName().toString(), folder::resolve)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
