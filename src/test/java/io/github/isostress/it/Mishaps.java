package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
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
    private final PlanTree plan = new PlanTree();
    private final List<Closeable> peers = new ArrayList<>();
    private final Map<Failure, Integer> expected = new EnumMap<>(Failure.class);
    private final int healthyPort = host("");

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
        return new Mishap(plan, failure, port, threads, loops);
    }

    /** Two requests that fail. After each, a request over another connection works. */
    Mishap failing(Failure failure, int port) {
        expected.put(failure, 2);
        return new Mishap(plan, failure, port, 1, 2).followedByOneThatWorks(healthyPort);
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
