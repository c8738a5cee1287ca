package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.MessageInputs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of some elements as a template has them, hex digits for binary ones, as ASCII text. An element that the
 * message does not have is passed over.
 *
 * @param paths in the order in which they are covered
 * @param separator between two values
 */
record ListedTexts(List<ElementPath> paths, String separator) implements MacCoverage {
    @Override
    public Set<ElementPath> needs() {
        return Set.copyOf(paths);
    }

    @Override
    public boolean isOfBytes() {
        return false;
    }

    @Override
    public Part in(MessageInputs message) {
        String text =
                paths.stream().map(message::value).flatMap(Optional::stream).collect(Collectors.joining(separator));
        return Part.whole(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String inWords(MessageInputs message) {
        return "the text of "
                + paths.stream()
                        .filter(path -> message.value(path).isPresent())
                        .map(ElementPath::toString)
                        .collect(Collectors.joining(", "));
    }
}
