package io.github.isostress.jmeter.calibration;

import io.github.isostress.connect.Direction;
import io.github.isostress.host.DemoCertificates;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.HostTls;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.rehearsal.PlanVariables;
import io.github.isostress.jmeter.setting.ConnectionReader;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.PropertyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;

/**
 * The hosts of a calibration: one for each connection of the plan, on a free port of the loopback interface, with the
 * connection's framing and packager, over TLS if the connection uses it. They approve everything. Used by one thread.
 */
final class CalibrationHosts implements AutoCloseable {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String LOOPBACK = "127.0.0.1";

    private final Map<Iso8583Connection, EmbeddedHost> byConnection = new IdentityHashMap<>();

    /**
     * Starts them.
     *
     * @param run for which the settings are read
     * @throws IllegalArgumentException with one clear sentence if one of them cannot start
     */
    void start(CalibratedPlan plan, RunContext run) {
        HostSeals seals = plan.host().map(host -> host.seals(run)).orElse(HostSeals.NONE);
        for (PlannedGroup group : plan.groups()) {
            for (PlannedRequest request : group.requests()) {
                byConnection.computeIfAbsent(request.connection(), connection -> start(request, seals, run));
            }
        }
    }

    private static EmbeddedHost start(PlannedRequest request, HostSeals seals, RunContext run) {
        Iso8583Connection connection = request.connection();
        try {
            return PlanVariables.lend(
                    request.scope().variables(),
                    run,
                    () -> start(request.scope().live(connection), seals, run));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + connection.getName() + "': " + e.getMessage(), e);
        }
    }

    private static EmbeddedHost start(Iso8583Connection connection, HostSeals seals, RunContext run) {
        ConnectionReader reader = new ConnectionReader(connection, run);
        boolean isTls = new PropertyReader(connection).flag(SCHEMA.useTls);
        return isTls ? startTls(reader, seals) : start(reader, Optional.empty(), seals);
    }

    private static EmbeddedHost start(ConnectionReader reader, Optional<HostTls> tls, HostSeals seals) {
        return EmbeddedHost.start(new HostSettings(LOOPBACK, 0, reader.framing(), reader.packager(), tls).with(seals));
    }

    /** With a certificate that is forgotten with the host. */
    private static EmbeddedHost startTls(ConnectionReader reader, HostSeals seals) {
        try {
            Path folder = Files.createTempDirectory("iso-stress-calibration");
            try {
                DemoCertificates.ensure(folder);
                Path certificate = folder.resolve(DemoCertificates.SERVER_FILE);
                HostTls tls = new HostTls(certificate, DemoCertificates.PASSWORD, false, null, "");
                return start(reader, Optional.of(tls), seals);
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("no certificate can be made for the host of the calibration", e);
        }
    }

    /**
     * A copy of a plan's connection that leads to its host here, whoever connects in the plan, and says nothing else on
     * the way. It leaves no port of this machine waiting, which the run may need.
     */
    Iso8583Connection redirected(Iso8583Connection planned) {
        Iso8583Connection copy = (Iso8583Connection) planned.clone();
        copy.set(SCHEMA.host, LOOPBACK);
        copy.set(SCHEMA.port, String.valueOf(byConnection.get(planned).port()));
        copy.set(SCHEMA.direction, Direction.WE_CONNECT.words());
        copy.set(SCHEMA.localAddresses, "");
        copy.set(SCHEMA.connectsPerSecond, "");
        copy.set(SCHEMA.resetOnClose, true);
        copy.set(SCHEMA.signOn, "");
        copy.set(SCHEMA.echo, "");
        copy.set(SCHEMA.signOff, "");
        copy.set(SCHEMA.newKeys, "");
        copy.set(SCHEMA.keyStore, "");
        copy.set(SCHEMA.keyStorePassword, "");
        copy.set(SCHEMA.privateKey, "");
        copy.set(SCHEMA.keyAlias, "");
        copy.set(SCHEMA.trustStore, "");
        copy.set(SCHEMA.trustStorePassword, "");
        copy.set(SCHEMA.trustAll, true);
        return copy;
    }

    /** Ends them. */
    @Override
    public void close() {
        byConnection.values().forEach(EmbeddedHost::close);
    }
}
