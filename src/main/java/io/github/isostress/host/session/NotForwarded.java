package io.github.isostress.host.session;

import java.util.List;

/** Why the host declines a request that it was to forward, each with its DE 39 in all versions of the standard. */
enum NotForwarded {
    NO_CONNECTION("no connection", "91", "907", "9107"),
    CONNECTION_LOST("connection lost", "91", "907", "9107"),
    NO_ANSWER("no answer in time", "91", "911", "9111"),
    STAN_UNDER_WAY("STAN under way", "94", "913", "9113");

    private static final int SHORTEST = 2;

    private final String words;
    private final List<String> codes;

    NotForwarded(String words, String... codes) {
        this.words = words;
        this.codes = List.of(codes);
    }

    /** As it is counted in the host's record. */
    String countedAs() {
        return "forward, " + words;
    }

    /** The code for a DE 39 of this length: 2 in ISO 8583:1987, 3 in 1993, 4 in 2003. */
    String code(int length) {
        return codes.get(Math.max(0, Math.min(length - SHORTEST, codes.size() - 1)));
    }
}
