package io.github.isostress.jmeter.command;

import picocli.CommandLine.Option;

/** The option that every command has. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean isAsked;
}
