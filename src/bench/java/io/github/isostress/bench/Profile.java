package io.github.isostress.bench;

import io.github.isostress.bench.process.Installation;
import io.github.isostress.bench.report.Report;
import io.github.isostress.bench.report.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where the Java code of our sampler in its default settings spends its time. */
final class Profile implements Part {
    private final Settings settings;

    Profile(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void run(Report report) throws Exception {
        Path file = Files.createDirectories(Installation.RESULTS).resolve("profile.jfr");
        try (Hosts hosts = new Hosts();
                LoadChild process = new LoadChild(Contender.OURS)) {
            HostChild host = hosts.get(HostKind.PLAIN);
            process.warmUp(host);
            process.profile(host, file, settings.quick() ? 5 : 10);
        }
        Samples samples = Samples.read(file, "workers");
        report.section("Where the time goes");
        report.text(String.format(
                Locale.ROOT,
                "ISO 8583 Request in its default settings, %d connections, %,d samples of running Java code by JFR"
                        + " (%s); what the kernel does for the sockets is not in them.",
                Settings.USUAL_CONNECTIONS,
                samples.count(),
                file.getFileName()));
        report.table(samples.byOwner());
        report.table(samples.byMethod());
    }
}
