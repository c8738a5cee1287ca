package io.github.isostress.message.value;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.number.Counters;
import java.util.List;
import java.util.Optional;

/** What a value of a message is computed from. For one thread at a time. */
public interface MessageInputs {
    /** The keys in force for the message. */
    Keys keys();

    /** The counters of the run. */
    Counters counters();

    /** An element's value, see {@link Computation#value} for its form; empty if the message has no such element. */
    Optional<String> value(ElementPath path);

    /**
     * The message without framing, not to be changed. A formula with a placeholder finds that in its element's place.
     */
    byte[] bytes();

    /** Where the MTI, the bitmap and each element stand among the bytes, in their order. */
    List<ElementRange> ranges();
}
