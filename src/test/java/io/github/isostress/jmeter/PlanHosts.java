package io.github.isostress.jmeter;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.nio.file.Path;
import java.util.Optional;

/** Hosts for tests, each on a free port of this machine. */
public final class PlanHosts {
    /** The name for which a connection or host has no packager. */
    public static final String RAW = Packagers.NONE;

    private static final String FRAMING = "binary2";

    private PlanHosts() {}

    /** A host that approves ISO 8583 requests. */
    public static EmbeddedHost approving() {
        return start("iso87ascii");
    }

    /** A port on which there was a host and is none any more. */
    public static int goneFromItsPort() {
        try (EmbeddedHost gone = approving()) {
            return gone.port();
        }
    }

    /** A host that sends every message back. */
    public static EmbeddedHost echoing() {
        return start(RAW);
    }

    /** A host that approves but where these rules say otherwise. */
    public static EmbeddedHost playing(String rules) {
        return playing(rules, FRAMING);
    }

    /** As {@link #playing(String)}, with another framing. */
    public static EmbeddedHost playing(String rules, String framing) {
        return start("iso87ascii", rules, framing);
    }

    private static EmbeddedHost start(String packager) {
        return start(packager, "", FRAMING);
    }

    private static EmbeddedHost start(String packager, String rules, String framing) {
        Optional<IsoPackager> reader = Packagers.find(packager, Path::of);
        return EmbeddedHost.start(new HostSettings(
                "127.0.0.1",
                0,
                FramingReader.parse(framing),
                reader,
                Optional.empty(),
                HostRules.parse(rules, reader)));
    }
}
