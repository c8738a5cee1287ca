package io.github.isostress.message;

import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.masking.SecretParts;
import java.util.stream.IntStream;

/**
 * What may be shown of the elements of messages that one packager reads: by their numbers, their names, and a user's
 * list. Immutable and thread-safe.
 */
public final class ElementMasking {
    /** ISO/IEC 7812-1: the issuer's digits alone are eight. A shorter number has a damaged length. */
    private static final int SHORTEST_PAN = 8;

    private final IsoPackager packager;
    private final Masking[] byForm;
    private final ListedSecrets secrets;

    private ElementMasking(IsoPackager packager, Masking[] byForm, ListedSecrets secrets) {
        this.packager = packager;
        this.byForm = byForm;
        this.secrets = secrets;
    }

    /** By the numbers and the names of a packager's elements alone. */
    public static ElementMasking byForm(IsoPackager packager) {
        Masking[] byForm = IntStream.rangeClosed(0, packager.highestElement())
                .mapToObj(element -> Masking.ofElement(element, packager.elementName(element)))
                .toArray(Masking[]::new);
        return new ElementMasking(packager, byForm, ListedSecrets.NONE);
    }

    /** With a user's list in place of the one before. */
    ElementMasking hiding(ListedSecrets listed) {
        return new ElementMasking(packager, byForm, listed);
    }

    /** What may be shown of a data element by its number and its name. */
    public Masking byForm(int element) {
        return byForm[element];
    }

    /** What may be shown of a data element. A listed part of an element that has no parts hides the whole element. */
    public Masking of(int element) {
        SecretParts secret = secrets.of(element);
        return packager.mayHaveParts(element) ? secret.ofWhole(byForm[element]) : secret.of(byForm[element]);
    }

    /** What may be shown of what a path names, as far as the path alone tells it. */
    public Masking of(ElementPath path) {
        Masking whole = packager.defines(path.element()) ? of(path.element()) : Masking.SEARCHED;
        SecretParts secret = secrets.of(path.element());
        boolean isSecret = false;
        for (String part : path.parts()) {
            secret = secret.tag(part);
            isSecret |= secret.whole() || Masking.ofTag(part) == Masking.HIDDEN;
        }
        return isSecret ? Masking.HIDDEN : whole;
    }

    /** The listed parts of a data element. */
    public SecretParts listedParts(int element) {
        return secrets.of(element);
    }

    /** What a user has listed. */
    ListedSecrets secrets() {
        return secrets;
    }

    /** Whether {@link #mayHold} is true of any text. */
    public boolean mayHoldAnything(int element) {
        return byForm[element] == Masking.HIDDEN
                || byForm[element] != Masking.PAN && packager.format(element).digitsFrom() < 0;
    }

    /** Whether a text that was read fits the element's definition; true of any secret, such as a track. */
    public boolean mayHold(int element, String text) {
        return switch (byForm[element]) {
            case HIDDEN -> true;
            case PAN ->
                text.length() >= SHORTEST_PAN && packager.format(element).mayHold(text);
            default -> packager.format(element).mayHold(text);
        };
    }
}
