package io.github.isostress.jmeter.setting;

import io.github.isostress.connect.ClientReception;
import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.connect.Dialling;
import io.github.isostress.connect.Direction;
import io.github.isostress.connect.HostOrder;
import io.github.isostress.connect.ListenSettings;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.tls.TlsClient;
import io.github.isostress.tls.TlsServer;
import io.github.isostress.wire.LocalAddresses;
import io.github.isostress.wire.NameResolver;
import io.github.isostress.wire.SocketOptions;
import java.util.Optional;

/** Reads where the connections of an {@code Iso8583Connection} come from. */
final class SourceReader {
    private final PropertyReader read;
    private final Iso8583ConnectionSchema schema;
    private final RunContext run;

    SourceReader(PropertyReader read, Iso8583ConnectionSchema schema, RunContext run) {
        this.read = read;
        this.schema = schema;
        this.run = run;
    }

    /**
     * @throws FailureException if a key store cannot be used
     */
    ConnectionSource source() throws FailureException {
        Optional<ListenSettings> listening = listenSettings();
        return listening.isPresent()
                ? run.listeners().source(listening.get(), read.number(schema.acceptTimeout))
                : dialling();
    }

    /** Where to listen; empty if we connect. */
    Optional<ListenSettings> listenSettings() throws FailureException {
        if (read.parsed(schema.direction, Direction::parse) == Direction.WE_CONNECT) {
            return Optional.empty();
        }
        Optional<TlsServer> tls = read.flag(schema.useTls)
                ? Optional.of(run.tlsContexts().server(new TlsReader(read, schema).serverSettings()))
                : Optional.empty();
        return Optional.of(new ListenSettings(
                read.text(schema.listenAddress),
                read.number(schema.listenPort),
                new ClientReception(framing(), tls, read.number(schema.connectTimeout), socketOptions())));
    }

    private Dialling dialling() throws FailureException {
        ConnectionSettings settings = connectionSettings();
        Optional<TlsClient> client = settings.tls().isEmpty()
                ? Optional.empty()
                : Optional.of(run.tlsContexts().get(settings.tls().get()));
        return new Dialling(settings, read.parsed(schema.hostOrder, HostOrder::parse), names(), client);
    }

    private ConnectionSettings connectionSettings() {
        return new ConnectionSettings(
                new EndpointReader(read, run.planHosts()).endpoints(),
                read.number(schema.connectTimeout),
                framing(),
                read.flag(schema.useTls) ? Optional.of(new TlsReader(read, schema).settings()) : Optional.empty(),
                socketOptions(),
                read.parsed(schema.localAddresses, LocalAddresses::parse));
    }

    private Framing framing() {
        return read.parsed(schema.framing, FramingReader::parse);
    }

    private SocketOptions socketOptions() {
        return new SocketOptions(
                read.flag(schema.keepAlive),
                read.flag(schema.resetOnClose),
                read.numberOr(schema.receiveBuffer, 0),
                read.numberOr(schema.sendBuffer, 0));
    }

    private NameResolver names() {
        return read.choice(schema.resolve, "each time", "once").equals("once")
                ? run.names()
                : NameResolver.askingEachTime();
    }
}
