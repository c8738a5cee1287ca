package io.github.isostress.exchange;

import java.util.stream.Stream;

/**
 * Which MTI answers which: the request's with the function digit for the answer (ISO 8583:1987, 4.1.2: 0200 is answered
 * by 0210, 0421 by 0430). Stateless and thread-safe.
 */
final class ResponseMti {
    private static final int LENGTH = 4;

    private ResponseMti() {}

    /** Repeats (odd origin digit) may be answered with their own origin or with that of the original request. */
    static boolean answers(String request, String response) {
        if (request.length() != LENGTH || response.length() != LENGTH) {
            return request.equals(response);
        }
        char origin = response.charAt(3);
        return response.regionMatches(0, request, 0, 2)
                && response.charAt(2) == request.charAt(2) + 1
                && (origin == request.charAt(3) || origin == original(request.charAt(3)));
    }

    /** Whether there is an MTI that answers both requests. */
    static boolean haveAnAnswerInCommon(String request, String other) {
        if (request.length() != LENGTH) {
            return request.equals(other);
        }
        String beginning = request.substring(0, 2) + (char) (request.charAt(2) + 1);
        return Stream.of(request.charAt(3), original(request.charAt(3)))
                .anyMatch(origin -> answers(other, beginning + origin));
    }

    private static char original(char origin) {
        return (char) ('0' + (Character.digit(origin, 10) & ~1));
    }
}
