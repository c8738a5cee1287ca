package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text that holds keys, one a line: {@code NAME USE [ALGORITHM] FORM=VALUE [under=NAME] [kcv=DIGITS]}; # begins a
 * comment. A key may be under one that stands further down. One reader for one text.
 */
public final class KeyLines {
    private final Map<String, KeyLine> lines = new LinkedHashMap<>();
    private final KeyParity parity;
    private final Keys outer;
    private final Map<String, NamedKey> read = new LinkedHashMap<>();
    private final Deque<String> underWay = new ArrayDeque<>();

    private KeyLines(KeyParity parity, Keys outer) {
        this.parity = parity;
        this.outer = outer;
    }

    /**
     * The keys of a text, all {@code ${...}} of which have been replaced.
     *
     * @param outer keys that the text's keys may be under; they are not among the result
     * @throws IllegalArgumentException with one clear sentence: line, name, rule, and no digit of a key
     */
    public static Keys read(String text, KeyParity parity, Keys outer) {
        List<String> all = text.lines().toList();
        SortedMap<Integer, List<String>> wordsByLine = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            wordsByLine.put(i + 1, KeyLineWords.of(all.get(i)));
        }
        return read(wordsByLine, parity, outer);
    }

    /**
     * As {@link #read(String, KeyParity, Keys)}, of lines that are already cut into words.
     *
     * @param wordsByLine by number of the line; without words for an empty one
     */
    public static Keys read(SortedMap<Integer, List<String>> wordsByLine, KeyParity parity, Keys outer) {
        KeyLines reader = new KeyLines(parity, outer);
        wordsByLine.forEach((number, words) -> {
            if (!words.isEmpty()) {
                reader.add(new KeyLineReader(number, words).read());
            }
        });
        Keys keys = Keys.NONE;
        for (KeyLine line : reader.lines.values()) {
            keys = keys.with(reader.key(line));
        }
        return keys;
    }

    /**
     * What becomes of each line of a text, for an editor: one bad line does not hide the others.
     *
     * @return one for each line that is neither empty nor a comment
     */
    public static List<CheckedKey> check(String text, KeyParity parity, Keys outer) {
        KeyLines reader = new KeyLines(parity, outer);
        SortedMap<Integer, String> problems = new TreeMap<>();
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            List<String> words = KeyLineWords.of(all.get(i));
            try {
                if (!words.isEmpty()) {
                    reader.add(new KeyLineReader(i + 1, words).read());
                }
            } catch (IllegalArgumentException e) {
                problems.put(i + 1, e.getMessage());
            }
        }
        List<CheckedKey> checked = new ArrayList<>();
        problems.forEach((number, problem) -> checked.add(new CheckedKey(number, Optional.empty(), problem)));
        reader.lines.values().forEach(line -> checked.add(reader.checked(line)));
        checked.sort(Comparator.comparingInt(CheckedKey::line));
        return checked;
    }

    private CheckedKey checked(KeyLine line) {
        underWay.clear();
        try {
            return new CheckedKey(line.number(), Optional.of(key(line)), "");
        } catch (IllegalArgumentException e) {
            return new CheckedKey(line.number(), Optional.empty(), e.getMessage());
        }
    }

    private void add(KeyLine line) {
        KeyLine before = lines.putIfAbsent(line.name(), line);
        if (before != null) {
            throw line.refusal("line " + before.number() + " has a key of this name, too");
        }
    }

    private NamedKey key(KeyLine line) {
        NamedKey known = read.get(line.name());
        if (known != null) {
            return known;
        }
        if (underWay.contains(line.name())) {
            throw line.refusal("no key can be under itself: " + circle(line.name()));
        }
        underWay.add(line.name());
        Optional<CipherKey> kek = line.under().map(name -> kek(line, name));
        NamedKey key;
        try {
            key = new NamedKey(line.name(), line.key().use(), line.key().read(kek, parity));
        } catch (IllegalArgumentException e) {
            throw line.refusal(e.getMessage());
        }
        underWay.remove(line.name());
        read.put(line.name(), key);
        return key;
    }

    private String circle(String name) {
        List<String> all = new ArrayList<>(underWay);
        List<String> circle = all.subList(all.indexOf(name), all.size());
        circle.add(name);
        return String.join(" is under ", circle);
    }

    private CipherKey kek(KeyLine line, String name) {
        KeyLine inner = lines.get(name);
        Keys known = inner == null ? outer : Keys.NONE.with(key(inner));
        try {
            return known.get(name, KeyUse.KEK).key();
        } catch (IllegalArgumentException e) {
            throw line.refusal(e.getMessage());
        }
    }
}
