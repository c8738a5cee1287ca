package io.github.isostress.link;

import io.github.isostress.exchange.Conversation;
import io.github.isostress.exchange.HostRequest;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.exchange.UnmatchedFrames;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The wait for the other end's next request on a link. Whoever waits has the link to itself, so that nobody else looks
 * after it: the echo is sent here when it is due.
 *
 * @param link which is open
 * @param listener is given what else comes and is told alone
 */
record Reception(Link link, Consumer<UnmatchedFrame> listener) {
    /**
     * The next request.
     *
     * @param deadlineNanos {@link System#nanoTime()} at which the wait ends
     * @return empty if none came in time, or if the other end has closed the connection
     */
    Optional<HostRequest> next(long deadlineNanos) throws FailureException {
        Optional<HostRequest> request = Optional.empty();
        Conversation standing = link.standing();
        while (request.isEmpty() && standing != null && deadlineNanos - System.nanoTime() > 0) {
            request = next(standing, deadlineNanos);
            standing = link.standing();
        }
        return request;
    }

    private Optional<HostRequest> next(Conversation standing, long deadlineNanos) throws FailureException {
        OptionalLong echo = link.echoDueNanos();
        boolean echoComesFirst = echo.isPresent() && echo.getAsLong() - deadlineNanos < 0;
        Optional<HostRequest> request = received(standing, echoComesFirst ? echo.getAsLong() : deadlineNanos);
        if (request.isEmpty() && echoComesFirst && link.standing() != null) {
            link.settings().sessionMessages().echo().ifPresent(link::send);
        }
        return request;
    }

    private Optional<HostRequest> received(Conversation standing, long untilNanos) throws FailureException {
        try {
            Optional<HostRequest> request = standing.receive(
                    link.settings().packager(),
                    link.settings().unsolicited(),
                    untilNanos,
                    new UnmatchedFrames(listener));
            request.ifPresent(come -> link.received());
            return request;
        } catch (FailureException e) {
            link.lost("after " + e.failure() + " while a request was awaited");
            if (e.failure() == Failure.CLOSED_BY_HOST) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
