package io.github.isostress.seal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.message.value.MessageInputs;
import java.util.List;
import java.util.Optional;

/**
 * What the values of a message that was read are computed from. For one thread at a time.
 *
 * @param message that was read
 * @param before the request that it answers, whose elements count where it has none; null if there is none
 */
public record DecodedInputs(MessageContext context, DecodedMessage message, DecodedMessage before)
        implements MessageInputs {
    @Override
    public Keys keys() {
        return context.keys();
    }

    @Override
    public Counters counters() {
        return context.counters();
    }

    @Override
    public Optional<String> value(ElementPath path) {
        Optional<String> own = message.value(path);
        return own.isPresent() || before == null ? own : before.value(path);
    }

    @Override
    public byte[] bytes() {
        return message.bytes();
    }

    @Override
    public List<ElementRange> ranges() {
        return message.ranges();
    }
}
