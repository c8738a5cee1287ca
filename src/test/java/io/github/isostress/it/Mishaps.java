package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.CallingRelay;
import io.github.isostress.support.Ports;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.TestHosts;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** A plan of {@link Mishap}s, the hosts that cause them, and how many failed samples each is to give. */
final class Mishaps implements AutoCloseable {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;

    /** The port of mishaps that need no host. */
    private static final int NO_HOST = 1;

    private final PlanTree plan = new PlanTree();
    private final Shape shape;
    private final List<Closeable> peers = new ArrayList<>();
    private final Map<Failure, Integer> expected = new EnumMap<>(Failure.class);
    private final int healthyPort = host("");

    /** Mishaps of connections that are used so. */
    Mishaps(Shape shape) {
        this.shape = shape;
    }

    PlanTree plan() {
        return plan;
    }

    /** The port of a host that approves everything. */
    int healthyPort() {
        return healthyPort;
    }

    /** How many samples are to have this code. */
    int expected(Failure failure) {
        return expected.getOrDefault(failure, 0);
    }

    /** Closes the peer when the run is over. */
    void closeAtTheEnd(Closeable peer) {
        peers.add(peer);
    }

    int host(String rules) {
        var host = TestHosts.ruled(rules);
        peers.add(host::close);
        return host.port();
    }

    int peer(ScriptedPeer peer) {
        peers.add(peer::close);
        return peer.port();
    }

    /** Requests over one connection. One of them fails. */
    Mishap once(Failure failure, int port, int threads, int loops) {
        expected.put(failure, 1);
        return mishap(failure, port, threads, loops);
    }

    /** Requests of one thread over one connection. So many samples fail. */
    Mishap times(int failures, Failure failure, int port, int loops) {
        expected.put(failure, failures);
        return mishap(failure, port, 1, loops);
    }

    /** Two requests that fail. After each, a request over another connection works. */
    Mishap failing(Failure failure, int port) {
        expected.put(failure, 2);
        return mishap(failure, port, 1, 2).followedByOneThatWorks(healthyPort);
    }

    private Mishap mishap(Failure failure, int port, int threads, int loops) {
        // One that cannot happen to such connections is left out of the plan.
        PlanTree where = shape.shows(failure) ? plan : new PlanTree();
        Mishap mishap = new Mishap(where, failure, shape, port, threads, loops);
        if (shape == Shape.ACCEPTED) {
            int ours = Ports.free();
            mishap.connection.set(CONNECTION.direction, "the host connects");
            mishap.connection.set(CONNECTION.listenPort, String.valueOf(ours));
            if (port != NO_HOST) {
                closeAtTheEnd(new CallingRelay(1, port, ours)::close);
            }
        }
        return mishap;
    }

    /** Three requests to a host. The second fails. */
    Mishap secondOfThree(Failure failure, String fault) {
        return once(failure, host("mti 0200 every 2 : " + fault), 1, 3);
    }

    static void set(Iso8583Connection connection, StringPropertyDescriptor<?> property, Object value) {
        connection.set(property, value.toString());
    }

    @Override
    public void close() throws IOException {
        for (Closeable peer : peers) {
            peer.close();
        }
    }
}
