package io.github.isostress.it.verdict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that take all cores of the machine, several times over, until that is ended. */
final class CpuHog {
    private static final int FOR_EACH_CORE = 4;

    private final List<Process> processes = new ArrayList<>();

    CpuHog() throws IOException {
        for (int i = 0; i < FOR_EACH_CORE * Runtime.getRuntime().availableProcessors(); i++) {
            processes.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
        }
    }

    void end() {
        processes.forEach(Process::destroyForcibly);
    }
}
