package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** How the threads of a group use connections. */
enum Shape {
    /** Each thread has its own. */
    OWN("thread", failure -> !ofMany().contains(failure)),
    /** The threads use one at once. */
    SHARED(
            "shared %s 1",
            failure -> !ofOne().contains(failure) && !ofListening().contains(failure)),
    /** The same, and the host connects to us. */
    ACCEPTED(
            "shared %s 1",
            failure -> !ofOne().contains(failure)
                    && !ofDialling().contains(failure)
                    && !ofListening().contains(failure)
                    && !isOfHandshake(failure));

    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;

    private final String keep;
    private final Predicate<Failure> shows;

    Shape(String keep, Predicate<Failure> shows) {
        this.keep = keep;
        this.shows = shows;
    }

    private static Set<Failure> ofMany() {
        return EnumSet.of(Failure.WINDOW_TIMEOUT, Failure.KEYS_UNDER_WAY, Failure.ORDER_LOST, Failure.UNMATCHED_FRAME);
    }

    /** A shared reader finds a loss before anything is written, and cannot tell whose answer a message was to be. */
    private static Set<Failure> ofOne() {
        return EnumSet.of(Failure.POOL_TIMEOUT, Failure.SEND_FAILED, Failure.UNMATCHED_RESPONSE);
    }

    /** Tried with connections of one thread each. */
    private static Set<Failure> ofListening() {
        return EnumSet.of(Failure.PORT_IN_USE, Failure.LISTEN_FAILED, Failure.NOBODY_CONNECTED, Failure.CLIENT_LEFT);
    }

    private static Set<Failure> ofDialling() {
        return EnumSet.of(
                Failure.UNKNOWN_HOST,
                Failure.CONNECTION_REFUSED,
                Failure.HOST_UNREACHABLE,
                Failure.CONNECT_TIMEOUT,
                Failure.CONNECT_FAILED);
    }

    /** Of our client's side. */
    private static boolean isOfHandshake(Failure failure) {
        return failure.name().startsWith("TLS_");
    }

    /** Whether this failure can happen to such connections. */
    boolean shows(Failure failure) {
        return shows.test(failure);
    }

    /** Whether several requests may be under way on one connection. */
    boolean isShared() {
        return this == SHARED || this == ACCEPTED;
    }

    /** Lets connections be used so; those of each group are its own. */
    void apply(Iso8583Connection connection, String group) {
        connection.set(CONNECTION.keep, String.format(keep, group));
    }
}
