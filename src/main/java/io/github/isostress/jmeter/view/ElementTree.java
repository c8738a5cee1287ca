package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownBytes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The elements of a message as a tree over its bytes. An element is known by its place in the list of all, from 0; none
 * is {@link #NONE}. Immutable.
 */
final class ElementTree {
    /** No element. */
    static final int NONE = -1;

    /** A message without elements and bytes. */
    static final MessageDescription NO_MESSAGE =
            new MessageDescription(List.of(), new ShownBytes(new byte[0], new BitSet()), "");

    static final ElementTree EMPTY = new ElementTree(NO_MESSAGE);

    private final List<DescribedElement> elements;
    private final int length;
    private final int[] parents;
    private final String[] paths;
    private final int[] owners;
    private final int[] stretches;

    ElementTree(MessageDescription message) {
        elements = message.elements();
        length = message.bytes().bytes().length;
        parents = new int[elements.size()];
        paths = new String[elements.size()];
        owners = new int[length];
        Arrays.fill(owners, NONE);
        for (int i = 0; i < elements.size(); i++) {
            parents[i] = parentOf(i);
            paths[i] = (parents[i] == NONE ? "" : paths[parents[i]] + "/")
                    + elements.get(i).label();
            own(i);
        }
        stretches = stretches(owners);
    }

    private static int[] stretches(int[] owners) {
        int[] stretches = new int[owners.length];
        int last = 0;
        for (int i = 0; i < owners.length; i++) {
            last += owners[i] == NONE || i > 0 && owners[i] == owners[i - 1] ? 0 : 1;
            stretches[i] = owners[i] == NONE ? 0 : last;
        }
        return stretches;
    }

    private int parentOf(int element) {
        int candidate = element - 1;
        while (candidate != NONE && depth(candidate) >= depth(element)) {
            candidate = parents[candidate];
        }
        return candidate;
    }

    private void own(int element) {
        ownRange(element).ifPresent(range -> {
            for (int i = range.start(); i < range.end(); i++) {
                if (owners[i] == NONE || depth(owners[i]) <= depth(element)) {
                    owners[i] = element;
                }
            }
        });
    }

    private Optional<ByteRange> ownRange(int element) {
        int start = elements.get(element).start();
        int end = Math.min(elements.get(element).end(), length);
        return start < 0 || end <= start ? Optional.empty() : Optional.of(new ByteRange(start, end));
    }

    /** How many elements there are. */
    int size() {
        return elements.size();
    }

    /** The element at that place. */
    DescribedElement element(int element) {
        return elements.get(element);
    }

    /** How deep it is in the tree, from 0. */
    int depth(int element) {
        return elements.get(element).depth();
    }

    /** What it is a part of; {@link #NONE} at the top. */
    int parent(int element) {
        return parents[element];
    }

    /** Whether it has parts. */
    boolean hasParts(int element) {
        return element + 1 < size() && parents[element + 1] == element;
    }

    /** Its labels from the top down, which say in another message what corresponds to it. */
    String path(int element) {
        return paths[element];
    }

    /** The first element of that path; {@link #NONE} if there is none. */
    int find(String path) {
        return Arrays.asList(paths).indexOf(path);
    }

    /** Its bytes, or if they are not known those of the nearest element that it is a part of. */
    Optional<ByteRange> range(int element) {
        for (int at = element; at != NONE; at = parents[at]) {
            Optional<ByteRange> range = ownRange(at);
            if (range.isPresent()) {
                return range;
            }
        }
        return Optional.empty();
    }

    /** The innermost element that holds the byte at that offset; {@link #NONE} if none does. */
    int holderOf(int offset) {
        return offset < 0 || offset >= length ? NONE : owners[offset];
    }

    /**
     * Which stretch of bytes with one holder the byte is in, counted from 1 in the order of the bytes; 0 if it has no
     * holder. Neighbouring stretches differ by one.
     */
    int stretchOf(int offset) {
        return stretches[offset];
    }
}
