package io.github.isostress.message.packager;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.InputSource;

/**
 * What the references of a packager file mean: jPOS's DTD, which is part of its jar, or a file beside the packager's.
 * Everything else is refused, and nothing is looked for anywhere else. For one reading by one thread.
 */
final class DefinitionReferences {
    /** How the file and what lies beside it are called while it is read; nothing opens such an address. */
    private static final String BESIDE = "beside:/";

    private static final String JPOS = "jpos:/";

    private static final Pattern GENERIC_DTD = Pattern.compile(
            "(?:.*[/\\\\])?generic-?(validating-|subtag-)?packager(?:-?v?[0-9.]+)?\\.dtd", Pattern.CASE_INSENSITIVE);
    private static final Pattern OUTSIDE = Pattern.compile("^/|[:\\\\*?\"<>|\\x00-\\x1F]");
    private static final String FOLDER = "org/jpos/iso/packager/";

    private final PackagerSource source;

    DefinitionReferences(PackagerSource source) {
        this.source = source;
    }

    /** The packager file itself. */
    InputSource start(byte[] content) {
        return input(source.name(), content);
    }

    /**
     * What a reference means.
     *
     * @param what the sentence's name for what refers: the DOCTYPE or an entity
     * @param base the address of the file that refers
     * @param reference as it was written
     * @throws MistakeException if it is none of those that are read
     * @throws IOException if the file cannot be read
     */
    InputSource resolve(String what, String base, String reference) throws MistakeException, IOException {
        Optional<String> relative = relative(base, reference);
        if (relative.isPresent()) {
            Optional<byte[]> beside = source.beside(relative.get());
            if (beside.isPresent()) {
                return input(relative.get(), beside.get());
            }
        }
        Matcher generic = GENERIC_DTD.matcher(reference.strip());
        if (generic.matches()) {
            return bundled(dtd(generic.group(1)));
        }
        throw refusal(what, reference, relative.isPresent());
    }

    /** Refuses a declaration whose reference cannot be read, used or not. */
    void check(String what, String base, String reference) throws MistakeException {
        if (relative(base, reference).isEmpty()
                && !GENERIC_DTD.matcher(reference.strip()).matches()) {
            throw refusal(what, reference, false);
        }
    }

    private static MistakeException refusal(String what, String reference, boolean relative) {
        return new MistakeException(
                what + " names " + DefinitionTag.shown(reference)
                        + (relative
                                ? ", and there is no such file beside the packager file"
                                : "; a packager file may name only files beside it and jPOS's own DTD, and nothing else is opened"));
    }

    private static InputSource bundled(String dtd) throws IOException {
        InputSource input = new InputSource(new ByteArrayInputStream(PackagerSource.OnClassPath.resource(FOLDER + dtd)
                .orElseThrow(() -> new IOException("the jar of jPOS has no DTD " + dtd))));
        input.setSystemId(JPOS + dtd);
        return input;
    }

    private static String dtd(String kind) {
        return kind == null ? "genericpackager.dtd" : "generic-" + kind.toLowerCase(Locale.ROOT) + "packager.dtd";
    }

    /** The path below the packager's folder, or empty if the reference leaves it. */
    private static Optional<String> relative(String base, String reference) {
        String path;
        try {
            path = URLDecoder.decode(reference.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean leaves = path.isEmpty()
                || OUTSIDE.matcher(path).find()
                || Arrays.asList(path.split("/")).contains("..")
                || base != null && base.startsWith(JPOS);
        return leaves ? Optional.empty() : Optional.of(folder(base) + path);
    }

    private static String folder(String base) {
        String path = fileOf(base);
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The path of the file that has such an address, from the packager's folder on. */
    static String fileOf(String address) {
        return address == null || !address.startsWith(BESIDE)
                ? ""
                : URLDecoder.decode(address.substring(BESIDE.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static InputSource input(String relative, byte[] content) {
        InputSource input = new InputSource(new ByteArrayInputStream(content));
        input.setSystemId(BESIDE
                + URLEncoder.encode(relative, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/"));
        return input;
    }
}
