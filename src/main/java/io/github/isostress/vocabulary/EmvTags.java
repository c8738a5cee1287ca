package io.github.isostress.vocabulary;

import java.util.Optional;
import java.util.Set;

/**
 * What BER-TLV tags of card data are called: EMV 4.4 Book 3, annex A, and the common ones of EMV Contactless Books A to
 * C. Thread-safe.
 */
public final class EmvTags {
    private static final Glossary GLOSSARY = Glossary.of("emv-tags.properties");

    private EmvTags() {}

    /**
     * The name, such as {@code Amount, Authorised (Numeric)} for 9F02.
     *
     * @param tag in upper-case hex digits
     * @return empty if it is none of EMV's, or one that differs between payment systems
     */
    public static Optional<String> name(String tag) {
        return GLOSSARY.meaning(tag);
    }

    /** All tags that have a name, in upper-case hex digits. */
    public static Set<String> named() {
        return GLOSSARY.meanings().keySet();
    }
}
