package io.github.isostress.message;

import io.github.isostress.message.masking.SecretParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * What a user has listed as secret: elements, parts of elements, and bytes of messages that no packager reads. A list
 * only hides more than is hidden by default. Immutable and thread-safe; equal lists are equal.
 *
 * @param elements by their numbers
 * @param raw ranges of bytes of a message without its framing
 */
public record ListedSecrets(Map<Integer, SecretParts> elements, List<ByteRange> raw) {
    /** Nothing is listed. */
    public static final ListedSecrets NONE = new ListedSecrets(Map.of(), List.of());

    private static final String SYNTAX = "write elements, parts, tags and ranges of elements, and behind the word raw"
            + " ranges of bytes counted from 0, such as 48.92 60-63 55.9F1F raw 30-37";
    private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(?:-(\\d{1,7}))?");
    private static final int FIRST_ELEMENT = 2;
    private static final int LAST_ELEMENT = 192;
    private static final int RESPONSE_CODE = 39;
    private static final int SHOWN = 12;

    /** Copies both. */
    public ListedSecrets {
        elements = Map.copyOf(elements);
        raw = List.copyOf(raw);
    }

    /**
     * A range of a message's bytes.
     *
     * @param first the offset of the first, from 0
     * @param last the offset of the last
     */
    public record ByteRange(int first, int last) {}

    /**
     * Reads a list such as {@code 48.92 60-63 55.9F1F raw 30-37}, blanks or commas between.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    public static ListedSecrets parse(String text) {
        Map<Integer, SecretParts> elements = new TreeMap<>();
        List<ByteRange> raw = new ArrayList<>();
        boolean isRaw = false;
        for (String word : StringUtils.split(text, ", \t\r\n")) {
            if (word.equalsIgnoreCase("raw")) {
                isRaw = true;
            } else if (isRaw) {
                raw.add(range(word).orElseThrow(() -> refusal(word)));
            } else {
                addElements(elements, word);
            }
        }
        if (isRaw && raw.isEmpty()) {
            throw new IllegalArgumentException("behind raw there are no bytes: " + SYNTAX);
        }
        return new ListedSecrets(elements, raw);
    }

    private static void addElements(Map<Integer, SecretParts> elements, String word) {
        Optional<ByteRange> numbers = range(word);
        if (numbers.isPresent()) {
            for (int element = numbers.get().first(); element <= numbers.get().last(); element++) {
                checkElement(element);
                elements.put(element, SecretParts.WHOLE);
            }
            return;
        }
        ElementPath path;
        try {
            path = ElementPath.parse(word);
        } catch (IllegalArgumentException e) {
            throw refusal(word);
        }
        checkElement(path.element());
        elements.merge(path.element(), SecretParts.of(path.parts()), SecretParts::and);
    }

    private static Optional<ByteRange> range(String word) {
        Matcher match = RANGE.matcher(word);
        if (!match.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(match.group(1));
        int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
        if (first > last) {
            throw new IllegalArgumentException(first + "-" + last + " ends before it begins");
        }
        return Optional.of(new ByteRange(first, last));
    }

    private static void checkElement(int element) {
        if (element < FIRST_ELEMENT || element > LAST_ELEMENT) {
            throw new IllegalArgumentException("element " + element + " cannot be hidden: data elements are "
                    + FIRST_ELEMENT + " to " + LAST_ELEMENT);
        }
        if (element == RESPONSE_CODE) {
            throw new IllegalArgumentException("element 39 cannot be hidden: it is the samples' response code");
        }
    }

    private static IllegalArgumentException refusal(String word) {
        return new IllegalArgumentException(
                "'" + StringUtils.abbreviate(word, SHOWN) + "' names nothing to hide: " + SYNTAX);
    }

    /** What either of two lists hides. */
    public ListedSecrets and(ListedSecrets other) {
        Map<Integer, SecretParts> both = new TreeMap<>(elements);
        other.elements.forEach((element, parts) -> both.merge(element, parts, SecretParts::and));
        List<ByteRange> ranges = new ArrayList<>(raw);
        ranges.addAll(other.raw);
        return new ListedSecrets(both, ranges);
    }

    /** Whether nothing is listed. */
    public boolean isEmpty() {
        return elements.isEmpty() && raw.isEmpty();
    }

    /** The listed parts of an element. */
    public SecretParts of(int element) {
        return elements.getOrDefault(element, SecretParts.NONE);
    }

    /** The listed bytes of a message that begins at an offset, as offsets of its frame. */
    public BitSet inFrame(int messageStart, int frameLength) {
        BitSet hidden = new BitSet(frameLength);
        for (ByteRange range : raw) {
            int start = Math.min(messageStart + range.first(), frameLength);
            hidden.set(start, Math.max(start, Math.min(messageStart + range.last() + 1, frameLength)));
        }
        return hidden;
    }

    /** The highest element listed; 0 if none is. */
    public int highestElement() {
        return elements.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The elements' numbers, without the listed parts. */
    @Override
    public String toString() {
        return Arrays.toString(elements.keySet().stream().sorted().toArray()) + " raw " + raw;
    }
}
