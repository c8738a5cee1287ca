package io.github.isostress.jmeter.migration;

import io.github.isostress.connect.Direction;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.migration.OldPlugin.Config;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import java.util.ArrayList;
import java.util.List;

/** Makes an ISO 8583 Connection of an ISO8583Config, or an ISO 8583 Host if it was a mock of one. For one element. */
final class ConnectionMigration {
    static final String WHERE_FILES_ARE =
            "the file was not found; it is looked for beside the plan now, no longer in the "
                    + "folder where JMeter was started";

    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final Iso8583HostSchema HOST_SCHEMA = Iso8583HostSchema.INSTANCE;

    private static final String ACCEPT_TIMEOUT = "${__P(jmeter.iso8583.incomingConnectionTimeout,60000)}";

    private final PlanNode config;
    private final String linkName;
    private final PlanFiles files;
    private final MigrationRemarks remarks;
    private final TlsMigration tls;

    /**
     * @param linkName under which connections are shared, of this element alone
     */
    ConnectionMigration(PlanNode config, String linkName, PlanFiles files, MigrationRemarks remarks) {
        this.config = config;
        this.linkName = linkName;
        this.files = files;
        this.remarks = remarks;
        this.tls = new TlsMigration(config, files, remarks);
    }

    /** Whether the host connected to JMeter. */
    static boolean isServer(PlanNode config) {
        return config.text(Config.HOST).isEmpty();
    }

    /** Whether a script answered what came in. */
    static boolean hasListener(PlanNode config) {
        return !config.text(Config.LISTENER).isEmpty();
    }

    /**
     * The connection.
     *
     * @param samplerHeader hex digits of the header that its messages have; empty if the connection says it
     */
    NewElement connection(String samplerHeader) {
        ChannelProperties properties = new ChannelProperties(config);
        NewElement connection = NewElement.inPlaceOf(config, Iso8583Connection.class);
        if (isServer(config)) {
            accepted(connection);
        } else {
            dialled(connection, properties);
        }
        connection
                .with(SCHEMA.framing, new ChannelFraming(config, properties, remarks).text(samplerHeader))
                .with(SCHEMA.packager, packager())
                .with(SCHEMA.unsolicited, "none");
        if (tls.isUsed() && isServer(config)) {
            tls.ofServer(connection, properties);
        } else if (tls.isUsed()) {
            tls.ofClient(connection, properties);
        } else {
            TlsMigration.forget(properties);
        }
        remarkOnAnswers();
        remarkOnRest(properties);
        return connection;
    }

    private void accepted(NewElement connection) {
        connection
                .with(SCHEMA.direction, Direction.HOST_CONNECTS.words())
                .with(SCHEMA.listenPort, config.text(Config.PORT))
                .with(SCHEMA.acceptTimeout, ACCEPT_TIMEOUT)
                .with(SCHEMA.keep, "shared " + linkName + " 1");
        String selection = config.text(Config.SELECTION);
        if (selection.endsWith("RR")) {
            connection.with(SCHEMA.sharedChoice, "in turn");
        } else if (selection.endsWith("ALL")) {
            remarks.missing(
                    config, Config.SELECTION, "a request went to all hosts that had connected; here it goes to one");
        } else {
            remarks.different(
                    config,
                    Config.SELECTION,
                    "requests went to the host that had connected last; here all that are connected carry them");
        }
    }

    private void dialled(NewElement connection, ChannelProperties properties) {
        hosts(connection, properties);
        properties.take("connect-timeout").ifPresent(millis -> connection.with(SCHEMA.connectTimeout, millis));
        properties.take("local-iface").ifPresent(address -> connection.with(SCHEMA.localAddresses, address));
        connection.with(SCHEMA.keepAlive, properties.takeFlag("keep-alive", false));
        String reuse = config.text(Config.REUSE);
        if (reuse.isEmpty()) {
            remarks.different(
                    config, Config.REUSE, "it is missing; the connection is kept, as the panel has it by default");
        }
        if (reuse.equals("false")) {
            connection.with(SCHEMA.keep, "sample");
            String most = config.text(Config.MOST_CONNECTIONS);
            remarks.different(
                    config,
                    Config.MOST_CONNECTIONS,
                    "requests that found " + (most.isEmpty() ? "1" : most)
                            + " at work were dropped; here each thread opens its own, so limit the threads");
        } else {
            connection.with(SCHEMA.keep, "shared " + linkName + " 1");
        }
    }

    private void hosts(NewElement connection, ChannelProperties properties) {
        List<String> alternates = properties.takeAll("alternate-host");
        List<String> ports = properties.takeAll("alternate-port");
        boolean inTurn = properties.takeFlag("round-robin", false);
        if (alternates.isEmpty() || alternates.size() != ports.size()) {
            connection.with(SCHEMA.host, config.text(Config.HOST)).with(SCHEMA.port, config.text(Config.PORT));
            return;
        }
        List<String> hosts = new ArrayList<>();
        hosts.add(config.text(Config.HOST) + ":" + config.text(Config.PORT));
        for (int i = 0; i < ports.size(); i++) {
            hosts.add(alternates.get(i) + ":" + ports.get(i));
        }
        connection
                .with(SCHEMA.host, String.join(", ", hosts))
                .with(SCHEMA.hostOrder, inTurn ? "in turn" : "first that answers");
    }

    private String packager() {
        String name = config.text(Config.PACKAGER);
        if (name.isEmpty()) {
            remarks.missing(config, Config.PACKAGER, "no packager is named; name one");
        } else if (files.misses(name)) {
            remarks.different(config, Config.PACKAGER, WHERE_FILES_ARE);
        }
        return files.renamed(name);
    }

    private void remarkOnAnswers() {
        if (!MuxKeys.mapsAsTheStandard(config)) {
            remarks.missing(
                    config,
                    Config.MTI_MAPPING,
                    "an answer must have the MTI that ISO 8583 has for its request, such as 0110 for 0100");
        }
        if (hasListener(config)) {
            remarks.missing(
                    config,
                    Config.LISTENER,
                    "scripts that answer the host's requests are not run: see Answer its "
                            + "requests in the tab Life");
        }
    }

    private void remarkOnRest(ChannelProperties properties) {
        if (properties.take("timeout").isPresent()) {
            remarks.different(
                    config,
                    Config.CHANNEL_PROPERTIES,
                    "timeout closed a connection that was idle so long; here none is closed for being idle");
        }
        remarkOnLeft(properties);
    }

    private void remarkOnLeft(ChannelProperties properties) {
        properties
                .leftNames()
                .forEach(name -> remarks.missing(
                        config, Config.CHANNEL_PROPERTIES, "the property " + name + " has no counterpart"));
    }

    /** A host in place of a connection that stood for one: no sampler used it, and a script answered. */
    NewElement host() {
        ChannelProperties properties = new ChannelProperties(config);
        NewElement host = NewElement.inPlaceOf(config, Iso8583Host.class)
                .with(HOST_SCHEMA.port, config.text(Config.PORT))
                .with(HOST_SCHEMA.framing, new ChannelFraming(config, properties, remarks).text(""))
                .with(HOST_SCHEMA.packager, packager());
        if (tls.isUsed()) {
            host.with(HOST_SCHEMA.useTls, true)
                    .with(HOST_SCHEMA.keyStore, tls.keyStore())
                    .with(HOST_SCHEMA.keyStorePassword, tls.password());
        }
        remarks.missing(
                config,
                Config.LISTENER,
                "its script is not run: the host approves every request; write in Rules what it is to answer");
        remarkOnLeft(properties);
        return host;
    }
}
