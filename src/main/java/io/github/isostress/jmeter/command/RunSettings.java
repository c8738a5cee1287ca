package io.github.isostress.jmeter.command;

import io.github.isostress.words.Plural;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a run is to be, checked. Immutable. */
final class RunSettings {
    /** As a host: the plan's own. */
    static final String EMBEDDED = "embedded";

    private final Map<RunKey, String> given;

    RunSettings(Map<RunKey, String> given) {
        this.given = new EnumMap<>(given);
    }

    /** What was said about a key; empty if nothing was. Files are absolute. The embedded host has no name. */
    Optional<String> given(RunKey key) {
        return Optional.ofNullable(given.get(key)).filter(value -> key != RunKey.HOST || !isEmbedded());
    }

    /** What was said about a key, else what is usual. */
    String value(RunKey key) {
        return given(key).orElse(key.usual());
    }

    boolean is(RunKey key) {
        return Boolean.parseBoolean(value(key));
    }

    boolean isEmbedded() {
        return EMBEDDED.equals(given.get(RunKey.HOST));
    }

    /** How long the run takes: seconds. */
    int seconds() {
        return Integer.parseInt(value(RunKey.TEST_DURATION_SECS))
                + given(RunKey.CALIBRATE).map(Integer::parseInt).orElse(0);
    }

    /** In one line, without anything that is secret. */
    @Override
    public String toString() {
        String place = isEmbedded()
                ? "an embedded host"
                : value(RunKey.HOST) + given(RunKey.PORT).map(" port "::concat).orElse("");
        return place + (is(RunKey.USE_TLS) ? " with TLS" : "") + ": "
                + Plural.of(Integer.parseInt(value(RunKey.WORKERS)), "worker") + ", "
                + (value(RunKey.RPS).equals("0")
                        ? "as fast as possible"
                        : value(RunKey.RPS) + (value(RunKey.RPS).equals("1") ? " request" : " requests") + " a second")
                + ", " + value(RunKey.TEST_DURATION_SECS) + " s";
    }
}
