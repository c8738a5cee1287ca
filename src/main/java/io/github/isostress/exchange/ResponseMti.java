package io.github.isostress.exchange;

import java.util.List;
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

    /** The MTI that answers a request; a repeat is answered as the original request is. */
    static String answering(String request) {
        return request.length() == LENGTH
                ? request.substring(0, 2) + (char) (request.charAt(2) + 1) + original(request.charAt(3))
                : request;
    }

    /** The MTIs of all requests that this one answers; there may be none such in the standard. */
    static List<String> requestsAnsweredBy(String response) {
        if (response.length() != LENGTH) {
            return List.of(response);
        }
        char origin = response.charAt(3);
        String beginning = response.substring(0, 2) + (char) (response.charAt(2) - 1);
        return Stream.of(origin, (char) (origin + 1))
                .map(each -> beginning + each)
                .filter(request -> answers(request, response))
                .toList();
    }

    /** The MTIs of all requests, this one among them, that may be answered with an MTI that answers this one. */
    static List<String> requestsWithAnAnswerOf(String request) {
        if (request.length() != LENGTH) {
            return List.of(request);
        }
        String beginning = request.substring(0, 2) + (char) (request.charAt(2) + 1);
        return Stream.of(request.charAt(3), original(request.charAt(3)))
                .flatMap(origin -> requestsAnsweredBy(beginning + origin).stream())
                .distinct()
                .toList();
    }

    /** Whether one MTI answers both requests. */
    static boolean haveAnAnswerInCommon(String request, String other) {
        if (request.length() != LENGTH || other.length() != LENGTH) {
            return request.equals(other);
        }
        return request.regionMatches(0, other, 0, 3) && original(request.charAt(3)) == original(other.charAt(3));
    }

    private static char original(char origin) {
        return (char) ('0' + (Character.digit(origin, 10) & ~1));
    }
}
