package io.github.isostress.jmeter.command;

import io.github.isostress.host.DemoCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes the demo certificates. */
@Command(
        description =
                "Makes demo certificates of a CA, a host and a client for loopback names, unless valid ones are there.")
final class CertificatesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            defaultValue = "certs",
            description = "in which they are made (${DEFAULT-VALUE})")
    private Path folder;

    @Mixin
    private HelpOption help;

    @Override
    public Integer call() throws IOException {
        DemoCertificates.main(new String[] {folder.toString()});
        return 0;
    }
}
