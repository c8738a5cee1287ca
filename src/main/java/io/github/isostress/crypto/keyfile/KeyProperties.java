package io.github.isostress.crypto.keyfile;

import io.github.isostress.crypto.key.KeyLineWords;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Lines of keys as a properties file has them: an = or : may stand behind the name, and ! begins a comment, too. */
final class KeyProperties {
    private static final Pattern SEPARATOR = Pattern.compile("^(\\s*[A-Za-z0-9_.-]+)\\s*[=:]");

    private KeyProperties() {}

    /** The words by number of the line. */
    static SortedMap<Integer, List<String>> lines(String text) {
        SortedMap<Integer, List<String>> lines = new TreeMap<>();
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i);
            boolean isComment = line.stripLeading().startsWith("!");
            lines.put(
                    i + 1,
                    isComment
                            ? List.of()
                            : KeyLineWords.of(SEPARATOR.matcher(line).replaceFirst("$1 ")));
        }
        return lines;
    }
}
