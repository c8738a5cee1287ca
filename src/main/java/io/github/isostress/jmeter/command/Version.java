package io.github.isostress.jmeter.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "iso-stress "
                    + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                            .orElse("of no release")
                    + ", Java " + Runtime.version()
        };
    }
}
