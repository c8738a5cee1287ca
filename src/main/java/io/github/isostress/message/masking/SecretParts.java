package io.github.isostress.message.masking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;

/**
 * Which parts of an element are listed as secret. Immutable.
 *
 * @param whole whether all of it is
 * @param parts its parts of which something is, by number without leading zeros or by tag in upper case
 */
public record SecretParts(boolean whole, Map<String, SecretParts> parts) {
    public static final SecretParts NONE = new SecretParts(false, Map.of());
    public static final SecretParts WHOLE = new SecretParts(true, Map.of());

    /** Copies the map. */
    public SecretParts {
        parts = Map.copyOf(parts);
    }

    /** The part at the end of a way through parts. */
    public static SecretParts of(List<String> way) {
        return way.isEmpty() ? WHOLE : new SecretParts(false, Map.of(name(way.get(0)), of(way.subList(1, way.size()))));
    }

    private static String name(String part) {
        String name = part.strip().toUpperCase(Locale.ROOT);
        return name.length() > 1 ? StringUtils.defaultIfEmpty(StringUtils.stripStart(name, "0"), "0") : name;
    }

    public SecretParts and(SecretParts other) {
        Map<String, SecretParts> both = new TreeMap<>(parts);
        other.parts.forEach((name, part) -> both.merge(name, part, SecretParts::and));
        return new SecretParts(whole || other.whole, both);
    }

    public boolean isNone() {
        return !whole && parts.isEmpty();
    }

    /** The listed parts of a numbered part. */
    public SecretParts part(int number) {
        return whole ? WHOLE : parts.getOrDefault(String.valueOf(number), NONE);
    }

    /**
     * The listed parts of a tag's value. A listed tag counts wherever it stands in the element, inside other tags, too.
     */
    public SecretParts tag(String tag) {
        return whole
                ? WHOLE
                : parts.containsKey(name(tag)) ? parts.get(name(tag)).and(this) : this;
    }

    /** The rule for a value that has no parts. One listed part hides all of it, since its place is unknown. */
    public Masking of(Masking rule) {
        return isNone() ? rule : Masking.HIDDEN;
    }

    /** The rule for a value that has parts, before these are looked at. */
    public Masking ofWhole(Masking rule) {
        return whole ? Masking.HIDDEN : rule;
    }
}
