package io.github.isostress.bench;

import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The message that everybody sends: 17 elements, the MTI among them, 87 bytes as {@value #PACKAGER} packs them, behind
 * a length of two bytes. Those that live have a fixed length, so that every element is always at the same place.
 */
public final class Purchase {
    /** The packager that defines its elements. */
    public static final String PACKAGER = "iso87binary";

    /** DE 4, 7, 11, 12 and 37 are new in every request. */
    public static final String TEMPLATE = """
            0  0200
            2  9999990000000015
            3  000000
            4  ${__Random(100,50000)}
            7  ${__isoUtc(MMddHHmmss)}
            11 ${__isoStan()}
            12 ${__isoUtc(HHmmss)}
            13 1121
            18 5411
            22 051
            25 00
            26 12
            32 9999
            37 ${__isoRrn()}
            41 TERM0001
            42 MERCHANT0000001
            49 978
            """;

    /** The same, nothing in it alive. */
    private static final String FIXED = TEMPLATE.replace("${__Random(100,50000)}", "1000")
            .replace("${__isoUtc(MMddHHmmss)}", "1121120000")
            .replace("${__isoStan()}", "000421")
            .replace("${__isoUtc(HHmmss)}", "120000")
            .replace("${__isoRrn()}", "632512345678");

    private static final IsoPackager ELEMENTS = Packagers.builtIn(PACKAGER);
    private static final int LENGTH_BYTES = 2;

    private Purchase() {}

    /** The message without framing. */
    public static byte[] message() {
        return pack(FIXED);
    }

    /** The message behind its length. */
    public static byte[] frame() {
        return FramingPreset.BINARY2.framing().wrap(message());
    }

    /** Where in the frame an element begins, or would begin if it were there. */
    public static int offset(int element) {
        List<String> before = FIXED.lines()
                .filter(line -> Integer.parseInt(line.split(" ", 2)[0]) < element)
                .toList();
        return LENGTH_BYTES + pack(before.stream().collect(Collectors.joining("\n"))).length;
    }

    private static byte[] pack(String template) {
        try {
            return MessageTemplate.compile(template, Optional.of(ELEMENTS), Expression.Compiler.LITERAL)
                    .fill()
                    .bytes();
        } catch (FailureException e) {
            throw new IllegalStateException("the bench's message: " + e.getMessage(), e);
        }
    }
}
