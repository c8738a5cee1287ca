package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.connect.Direction;
import io.github.isostress.connect.HostOrder;
import io.github.isostress.jmeter.PlanHosts;
import io.github.isostress.jmeter.PlanHosts.PlanHost;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.EndpointReader;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.wire.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the settings of a connection mean, in words. Immutable.
 *
 * @param way who connects, and where
 * @param life how many connections there are, what each carries, and when it ends
 */
public record ConnectionWords(Meaning way, Meaning life) {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final int LONGEST_WAIT = 3_600_000;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the connection's properties with the plan's variables, and how the answers to these requests are matched.
     *
     * @param requests that go over the connection, as they stand in the plan
     * @param hosts the plan's own embedded hosts that listen
     */
    public static ConnectionWords of(
            Iso8583Connection connection,
            List<Iso8583Request> requests,
            Map<String, String> variables,
            List<PlanHost> hosts) {
        PlanHosts planHosts = new PlanHosts(hosts);
        Meaning way = Meaning.of(
                connection,
                variables,
                List.of(
                        SCHEMA.direction,
                        SCHEMA.connectTimeout,
                        SCHEMA.host,
                        SCHEMA.port,
                        SCHEMA.hostOrder,
                        SCHEMA.listenAddress,
                        SCHEMA.listenPort,
                        SCHEMA.acceptTimeout),
                read -> way(read, planHosts));
        Meaning life = Meaning.of(
                connection,
                variables,
                LifeWords.SETTINGS,
                read -> new LifeWords(read, MatchWords.of(requests)).sentences());
        return new ConnectionWords(way, life);
    }

    private static String way(PropertyReader read, PlanHosts planHosts) {
        read.number(SCHEMA.connectTimeout, 1, LONGEST_WAIT);
        return Direction.parse(read.text(SCHEMA.direction)) == Direction.WE_CONNECT
                ? dialling(read, new EndpointReader(read, planHosts))
                : listening(read);
    }

    private static String dialling(PropertyReader read, EndpointReader reader) {
        Optional<PlanHost> own = reader.planHost();
        if (own.isEmpty()) {
            return dialling(read, reader.endpoints());
        }
        String since = "the plan's embedded host '" + own.get().name() + "', since no port is written.";
        return own.get().isRunning()
                ? dialling(read, reader.endpoints()) + " That is " + since
                : "Connects to " + since + " It does not run now; a test starts it.";
    }

    private static String dialling(PropertyReader read, List<Endpoint> hosts) {
        HostOrder order = HostOrder.parse(read.text(SCHEMA.hostOrder));
        String names = hosts.stream().map(Endpoint::toString).collect(Collectors.joining(", "));
        if (hosts.size() == 1) {
            return "Connects to " + names + ".";
        }
        return order == HostOrder.IN_TURN
                ? "Connects to " + names + " in turn; each thread keeps to its host."
                : "Connects to the first of " + names + " that answers.";
    }

    private static String listening(PropertyReader read) {
        int wait = read.number(SCHEMA.acceptTimeout, 1, LONGEST_WAIT);
        String address = read.text(SCHEMA.listenAddress);
        return "Listens on " + port(read.number(SCHEMA.listenPort, 0, HIGHEST_PORT)) + " of "
                + (address.isEmpty() ? "all addresses" : address)
                + " as long as the test runs. A sample that needs a connection waits at most " + time(wait)
                + " for the host.";
    }

    /** A port on which we listen. */
    static String port(int number) {
        return number == 0 ? "a free port" : "port " + number;
    }

    /** Milliseconds, or seconds where they are whole. */
    static String time(int millis) {
        return millis % 1_000 == 0 && millis > 0 ? millis / 1_000 + " s" : millis + " ms";
    }
}
