package io.github.isostress.host;

import java.util.function.Consumer;

/**
 * Where a host's sentences go, from any thread.
 *
 * @param warnings is given one for each reason why the host hangs up or cannot take a client, and one when a system to
 *     which it connects cannot be reached or is lost; not one for each attempt
 * @param news is given one when such a system is reached
 */
public record HostLog(Consumer<String> warnings, Consumer<String> news) {
    /** All go to one place. */
    public HostLog(Consumer<String> all) {
        this(all, all);
    }
}
