package io.github.isostress.bench;

import io.github.isostress.bench.process.CommandLine;

/** A way to put load on a host, in a JVM of its own. */
interface LoadKind {
    /** As its process is called. */
    String key();

    /** What its process runs. */
    Class<?> main();

    /** How its load is started. */
    CommandLine start();
}
