package io.github.isostress.window;

import java.nio.file.Path;

/** The plans that scenarios open. */
public final class Plans {
    private static final Path PROJECT =
            Path.of(System.getProperty("project.basedir", "")).toAbsolutePath();

    /** The example of the source tree: never saved to. */
    public static final Path STRESS = PROJECT.resolve("jmx-examples/stress.jmx");

    /** The example whose requests share their elements: never saved to. */
    static final Path TERMINAL = PROJECT.resolve("jmx-examples/terminal.jmx");

    /** Names of the elements of {@link #STRESS}. */
    static final String HOST = "embedded host";

    static final String CONNECTION = "host";

    static final String REQUEST = "purchase";

    static final String RATE = "rps";

    static final String THREADS = "workers";

    public static final String PLAN = "ISO 8583 stress";

    public static final String RESULTS = "ISO 8583 Results";

    private Plans() {}
}
