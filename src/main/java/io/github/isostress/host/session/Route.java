package io.github.isostress.host.session;

import io.github.isostress.failure.FailureException;
import io.github.isostress.host.session.ForwardedRequest.MatchKeys;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to one issuer: its open connections, which requests take in turn, and the requests under way to it.
 * Thread-safe.
 */
public final class Route {
    private final List<HostLine> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final ConcurrentMap<MatchKeys, ForwardedRequest> underWay = new ConcurrentHashMap<>();

    /** How many connections to the issuer are open, and take requests. */
    public int open() {
        return lines.size();
    }

    void joined(HostLine line) {
        lines.add(line);
    }

    /** Declines what was under way on a connection. */
    void left(HostLine line) {
        lines.remove(line);
        for (ForwardedRequest request : underWay.values()) {
            if (request.isOn(line)) {
                giveUp(request, NotForwarded.CONNECTION_LOST);
            }
        }
    }

    /** Sends a request on, or declines it. */
    void forward(ForwardedRequest request) {
        HostLine line = nextLine();
        if (line == null) {
            request.decline(NotForwarded.NO_CONNECTION);
            return;
        }
        request.goesOut(line);
        if (underWay.putIfAbsent(request.keys(), request) != null) {
            request.decline(NotForwarded.STAN_UNDER_WAY);
            return;
        }
        try {
            line.write(line.framing().wrap(request.bytes()));
        } catch (FailureException e) {
            giveUp(request, NotForwarded.CONNECTION_LOST);
        }
    }

    private HostLine nextLine() {
        Object[] open = lines.toArray();
        return open.length == 0 ? null : (HostLine) open[Math.floorMod(turns.getAndIncrement(), open.length)];
    }

    private void giveUp(ForwardedRequest request, NotForwarded reason) {
        if (underWay.remove(request.keys(), request)) {
            request.decline(reason);
        }
    }

    /**
     * Hands an answer of the issuer to the client that waits for it.
     *
     * @return whether one waits
     */
    boolean relay(ReceivedMessage answer) {
        ForwardedRequest request = underWay.remove(MatchKeys.ofAnswer(answer));
        if (request != null) {
            request.answer(answer);
        }
        return request != null;
    }

    /** Declines the requests that have waited too long; to be called many times a second. */
    public void giveUpOverdue() {
        long now = System.nanoTime();
        for (ForwardedRequest request : underWay.values()) {
            if (request.isOverdue(now)) {
                giveUp(request, NotForwarded.NO_ANSWER);
            }
        }
    }
}
