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
 * A message that is sent, as {@value #PACKAGER} packs it, behind a length of two bytes. Elements that live have a fixed
 * length, so that every element is always at the same place.
 */
public enum Purchase {
    /**
     * What everybody sends: 17 elements, the MTI among them, 87 bytes. DE 4, 7, 11, 12 and 37 are new in every request.
     */
    PLAIN(PurchaseLines.CARD + PurchaseLines.COMMON),

    /** A purchase with chip data, in which PIN block, cryptogram and MAC stand as they are: nothing is computed. */
    CHIP(PurchaseLines.CARD + PurchaseLines.COMMON + PurchaseLines.CHIP),

    /** The same, and each request has its own KSN, PIN block, ATC, cryptogram and MAC. */
    SEALED(PurchaseLines.COMMON + PurchaseLines.SEALED);

    /** The packager that defines the elements. */
    public static final String PACKAGER = "iso87binary";

    private static final IsoPackager ELEMENTS = Packagers.builtIn(PACKAGER);
    private static final int LENGTH_BYTES = 2;

    private final String template;

    Purchase(String template) {
        this.template = template;
    }

    /** As an ISO 8583 Request takes it, with the keys of {@link PurchaseKeys}. */
    public String template() {
        return template;
    }

    /** The message without framing. */
    public byte[] message() {
        return pack(fixed());
    }

    /** The message behind its length. */
    public byte[] frame() {
        return FramingPreset.BINARY2.framing().wrap(message());
    }

    /** Where in the frame an element begins, or would begin if it were there. */
    public int offset(int element) {
        List<String> before = fixed().lines()
                .filter(line -> Integer.parseInt(line.split("[ .]", 2)[0]) < element)
                .toList();
        return LENGTH_BYTES + pack(before.stream().collect(Collectors.joining("\n"))).length;
    }

    /** Nothing in it alive. */
    private String fixed() {
        return PurchaseLines.fixed(this == SEALED ? CHIP.template : template);
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
