package io.github.isostress.crypto.key;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys that are known at one place and time, by name. Immutable; each change gives another snapshot. */
public final class Keys {
    /** No keys at all. */
    public static final Keys NONE = new Keys(Map.of());

    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{16}");

    private final Map<String, NamedKey> byName;

    private Keys(Map<String, NamedKey> byName) {
        this.byName = byName;
    }

    /**
     * The key of a name.
     *
     * @param allowed the uses it may have; none are any
     * @throws IllegalArgumentException with one clear sentence if there is none, or it has another use
     */
    public NamedKey get(String name, KeyUse... allowed) {
        NamedKey found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException(unknown(name)
                    + (byName.isEmpty() ? ", nor any other" : "; known are " + String.join(", ", byName.keySet())));
        }
        for (KeyUse use : allowed) {
            if (found.use() == use) {
                return found;
            }
        }
        if (allowed.length > 0) {
            String needed = Arrays.stream(allowed).map(KeyUse::toString).collect(Collectors.joining(" or "));
            throw new IllegalArgumentException(
                    "key '" + name + "' has the use " + found.use() + ", but needed is " + needed);
        }
        return found;
    }

    /** A name is shown, a key that stands in its place is not. */
    private static String unknown(String name) {
        return DIGITS.matcher(name).find()
                ? "a key stands where the name of one is needed"
                : "there is no key '" + name + "' in scope";
    }

    /** These keys and another one, which replaces a key of its name. */
    public Keys with(NamedKey key) {
        Map<String, NamedKey> more = new LinkedHashMap<>(byName);
        more.put(key.name(), key);
        return new Keys(more);
    }

    /** These keys, and of the outer ones those whose names are not among these. */
    public Keys under(Keys outer) {
        if (outer.byName.isEmpty()) {
            return this;
        }
        if (byName.isEmpty()) {
            return outer;
        }
        Map<String, NamedKey> all = new LinkedHashMap<>(byName);
        outer.byName.forEach(all::putIfAbsent);
        return new Keys(all);
    }

    /** Whether a key has this name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** All keys in the order in which they became known; unmodifiable. */
    public Collection<NamedKey> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** One key a line: name, use, length and check value. */
    @Override
    public String toString() {
        return byName.values().stream().map(NamedKey::toString).collect(Collectors.joining("\n"));
    }
}
