package io.github.isostress.bench;

import io.github.isostress.bench.process.Installation;
import io.github.isostress.host.DemoCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The hosts of a part of the bench, each started when it is first asked for. */
final class Hosts implements AutoCloseable {
    /** Where the demo certificates of a run are. */
    static final Path CERTIFICATES = Installation.RESULTS.resolve("certs");

    private final Map<HostKind, HostChild> running = new EnumMap<>(HostKind.class);

    HostChild get(HostKind kind) throws IOException {
        HostChild host = running.get(kind);
        if (host == null) {
            if (kind == HostKind.TLS) {
                DemoCertificates.ensure(CERTIFICATES);
            }
            host = new HostChild(kind);
            running.put(kind, host);
        }
        return host;
    }

    @Override
    public void close() {
        running.values().forEach(HostChild::close);
    }
}
