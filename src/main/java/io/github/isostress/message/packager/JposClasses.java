package io.github.isostress.message.packager;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jpos.iso.ISOFieldPackager;

/** The names of jPOS's classes, and which of them a wrong name may have meant. Stateless and thread-safe. */
final class JposClasses {
    private static final Pattern FIELD_OR_PACKAGER =
            Pattern.compile("org/jpos/(?:iso|iso/packager|tlv/packager|tlv/packager/bertlv)/\\w+\\.class");

    /** What people write who know the formats and not jPOS: the beginning of a class's name, and what to take. */
    private static final Map<Pattern, String> USUAL = Map.of(
            Pattern.compile("IF[ABE]?_(?:ALPHA\\w*|AN|ANS|TEXT|STRING)"),
                    "for letters use org.jpos.iso.IF_CHAR (EBCDIC: org.jpos.iso.IFE_CHAR)",
            Pattern.compile("IF_NUMERIC|IF[ABE]?_(?:NUM|NUMBER|N)"),
                    "for digits use org.jpos.iso.IFA_NUMERIC (BCD: org.jpos.iso.IFB_NUMERIC)",
            Pattern.compile("IF_(?:BINARY|BITMAP)|IF[ABE]?_BYTES"),
                    "for bytes use org.jpos.iso.IFB_BINARY, for a bitmap org.jpos.iso.IFB_BITMAP");

    private static final Pattern VARIABLE = Pattern.compile("(IF\\w?_L{1,6}H?)VAR\\w*");

    private JposClasses() {}

    /** Read when the first is asked for: most runs need none. */
    private static final class Names {
        static final List<String> ALL = inJar();
    }

    /** What may have been meant, each as a part of a sentence; empty if nothing is near. */
    static List<String> meantBy(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        List<String> all = names();
        var variable = VARIABLE.matcher(simple);
        if (variable.matches()) {
            List<String> kinds = Stream.of("CHAR", "NUM", "BINARY")
                    .map(kind -> "org.jpos.iso." + variable.group(1) + kind)
                    .filter(all::contains)
                    .toList();
            return kinds.isEmpty() ? List.of() : List.of("use " + String.join(" or ", kinds));
        }
        Optional<String> usual = USUAL.entrySet().stream()
                .filter(hint -> hint.getKey().matcher(simple).matches())
                .map(Map.Entry::getValue)
                .findAny();
        return usual
                .or(() -> sameSimpleName(simple, all)
                        .or(() -> NearNames.nearest(
                                        simple,
                                        all.stream().map(JposClasses::simple).toList())
                                .flatMap(near -> sameSimpleName(near, all)))
                        .map(near -> "did you mean " + near + "?"))
                .stream()
                .toList();
    }

    private static Optional<String> sameSimpleName(String simple, List<String> all) {
        return all.stream()
                .filter(name -> simple(name).equalsIgnoreCase(simple))
                .findFirst();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** All field packagers and packagers of the jar of jPOS; none if jPOS does not lie in a jar of its own. */
    static List<String> names() {
        return Names.ALL;
    }

    private static List<String> inJar() {
        CodeSource source = ISOFieldPackager.class.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return List.of();
        }
        try (JarFile jar = new JarFile(Path.of(source.getLocation().toURI()).toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> FIELD_OR_PACKAGER.matcher(entry).matches())
                    .map(entry -> entry.substring(0, entry.length() - ".class".length())
                            .replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
