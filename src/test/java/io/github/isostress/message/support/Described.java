package io.github.isostress.message.support;

import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.MessageDescriber;
import org.apache.commons.lang3.StringUtils;

/** A message's description as text: its table of elements and its dump. */
public final class Described {
    private Described() {}

    /** The table of the elements and the remark. */
    public static String elements(DecodedMessage message) {
        return StringUtils.substringBefore(text(message), "\n\n") + "\n";
    }

    /** The hex dump of the message alone. */
    public static String dump(DecodedMessage message) {
        return StringUtils.substringAfter(text(message), "\n\n");
    }

    private static String text(DecodedMessage message) {
        return MessageDescriber.masked(message.bytes(), 0, message).text();
    }
}
