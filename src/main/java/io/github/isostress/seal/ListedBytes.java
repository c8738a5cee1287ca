package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.value.MessageInputs;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;

/**
 * The bytes of some elements as they are sent, their length prefixes included, one behind the other. An element that the
 * message does not have is passed over.
 *
 * @param elements in the order in which they are covered: 0 for the MTI, 1 for the bitmap
 */
record ListedBytes(List<Integer> elements) implements MacCoverage {
    @Override
    public Set<ElementPath> needs() {
        return Set.of();
    }

    @Override
    public boolean isOfBytes() {
        return true;
    }

    @Override
    public Part in(MessageInputs message) {
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        for (int element : elements) {
            for (ElementRange range : message.ranges()) {
                if (range.element() == element) {
                    covered.write(message.bytes(), range.start(), range.end() - range.start());
                }
            }
        }
        return Part.whole(covered.toByteArray());
    }

    @Override
    public String inWords(MessageInputs message) {
        return MacCoverage.inWords(elements.stream()
                .filter(element -> message.ranges().stream().anyMatch(range -> range.element() == element))
                .toList());
    }
}
