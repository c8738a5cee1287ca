package io.github.isostress.jmeter;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.message.Packagers;
import io.github.isostress.wire.FramingText;
import java.nio.file.Path;
import java.util.Optional;

/** Hosts for tests, each on a free port of this machine. */
public final class TestHosts {
    /** The name for which a connection or host has no packager. */
    public static final String RAW = Packagers.NONE;

    private TestHosts() {}

    /** A host that approves ISO 8583 requests. */
    public static EmbeddedHost approving() {
        return start("iso87ascii");
    }

    /** A host that sends every message back. */
    public static EmbeddedHost echoing() {
        return start(RAW);
    }

    private static EmbeddedHost start(String packager) {
        return EmbeddedHost.start(new HostSettings(
                "127.0.0.1", 0, FramingText.parse("binary2"), Packagers.find(packager, Path::of), Optional.empty()));
    }
}
