package io.github.isostress.message.masking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;

/**
 * What of an element, or of a part of one, is listed as secret. Immutable.
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

    /** What of a numbered part is secret. */
    public SecretParts part(int number) {
        return whole ? WHOLE : parts.getOrDefault(String.valueOf(number), NONE);
    }

    /** What of a tag's value is secret: a tag is listed wherever in the element it stands, in other tags, too. */
    public SecretParts tag(String tag) {
        return whole
                ? WHOLE
                : parts.containsKey(name(tag)) ? parts.get(name(tag)).and(this) : this;
    }

    /** What of a value that has no parts is secret: if a part of it is, all of it, since nobody can tell where it is. */
    public Masking of(Masking rule) {
        return isNone() ? rule : Masking.HIDDEN;
    }

    /** What may be shown of a value that has parts, before these are looked at. */
    public Masking ofWhole(Masking rule) {
        return whole ? Masking.HIDDEN : rule;
    }
}
