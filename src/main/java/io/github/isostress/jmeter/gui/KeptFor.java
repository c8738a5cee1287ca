package io.github.isostress.jmeter.gui;

import io.github.isostress.link.Keep;
import java.util.function.Predicate;

/** What the text of the field "Keep the connection for" may mean. Nothing is ruled out of one that cannot be read. */
final class KeptFor {
    private KeptFor() {}

    /** Whether several threads may use a connection at once. */
    static boolean mayBeShared(String text) {
        return mayBe(text, Keep.Shared.class::isInstance);
    }

    /** Whether a connection may be used by several threads, at once or one after the other. */
    static boolean mayBeForSeveralThreads(String text) {
        return mayBe(text, keep -> keep instanceof Keep.Shared || keep instanceof Keep.InPool);
    }

    private static boolean mayBe(String text, Predicate<Keep> kind) {
        try {
            return kind.test(Keep.parse(text));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
