package io.github.isostress.it.verdict;

import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Started;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What can be wrong with a load generator, and how the verdict names it. */
enum Provocation {
    STALL("the JVM stood still for \\d") {
        /** More than are sent: the run ends when it has stood still, however late that is. */
        @Override
        int loops() {
            return 100_000;
        }

        @Override
        void during(Started jmeter) throws Exception {
            signal(jmeter, "STOP");
            LockSupport.parkNanos(STALL_NANOS);
            signal(jmeter, "CONT");
            jmeter.endWhen(any -> true, LONGEST_SECONDS);
        }
    },
    CPU_HOG("CPU was at \\d") {
        @Override
        int loops() {
            return 2_500;
        }

        @Override
        int perSecond() {
            return 1_000;
        }

        @Override
        void during(Started jmeter) throws Exception {
            CpuHog hog = new CpuHog();
            try {
                jmeter.awaitEnd(LONGEST_SECONDS);
            } finally {
                hog.end();
            }
        }
    },
    FULL_DISK("could not be written") {
        @Override
        boolean isNamedBesidesOtherWork() {
            return true;
        }

        @Override
        void prepare(JMeterProcess jmeter, Path folder) {
            jmeter.resultsIn(folder.resolve("disk"))
                    .under(
                            "unshare",
                            "--map-root-user",
                            "--mount",
                            "sh",
                            "-c",
                            "mkdir disk && mount -t tmpfs -o size=16k tmpfs disk && exec \"$@\"",
                            "sh");
        }
    },
    TOO_FEW_THREADS("too few threads for this host") {
        @Override
        String hostRule() {
            return "always : delay 50";
        }

        @Override
        boolean needsIdleMachine() {
            return true;
        }

        @Override
        int loops() {
            return SLOW_LOOPS;
        }
    },
    SMALL_HEAP("of the heap was in use after a garbage collection") {
        @Override
        boolean isNamedBesidesOtherWork() {
            return true;
        }

        @Override
        JudgedPlan plan(JudgedPlan plan) {
            return plan.heardBy(new HoardingListener());
        }

        @Override
        void prepare(JMeterProcess jmeter, Path folder) {
            jmeter.java("-Xmx128m", "-XX:+UseSerialGC").with("user.classpath", TEST_CLASSES);
        }
    },
    FILE_LIMIT("files and sockets were open, of") {
        @Override
        boolean isNamedBesidesOtherWork() {
            return true;
        }

        @Override
        int threads() {
            return 200;
        }

        @Override
        int loops() {
            return 5;
        }

        @Override
        int perSecond() {
            return 300;
        }

        @Override
        void prepare(JMeterProcess jmeter, Path folder) {
            jmeter.under("sh", "-c", "ulimit -n 280 && exec \"$@\"", "sh");
        }
    },
    SLOW_LISTENER("of their time in post-processors, assertions and listeners") {
        @Override
        JudgedPlan plan(JudgedPlan plan) {
            return plan.heardBy(new SlowListener());
        }

        @Override
        boolean needsIdleMachine() {
            return true;
        }

        @Override
        int loops() {
            return SLOW_LOOPS;
        }

        @Override
        void prepare(JMeterProcess jmeter, Path folder) {
            jmeter.with("user.classpath", TEST_CLASSES);
        }
    };

    static final long LONGEST_SECONDS = 300;

    private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** For requests that keep their threads for 50 ms. */
    private static final int SLOW_LOOPS = 60;

    private static final Path TEST_CLASSES = JMeterProcess.PROJECT.resolve("target/test-classes");

    private final String named;

    Provocation(String named) {
        this.named = named;
    }

    /** How a reason of the verdict names it: a regular expression. */
    String named() {
        return named;
    }

    String hostRule() {
        return "always : approve";
    }

    int threads() {
        return 4;
    }

    /** How often each thread sends: all together for about three seconds. */
    int loops() {
        return 150;
    }

    int perSecond() {
        return 200;
    }

    JudgedPlan plan(JudgedPlan plan) {
        return plan;
    }

    void prepare(JMeterProcess jmeter, Path folder) {
        // Most are provoked otherwise.
    }

    /** Whether it is named on a machine that is busy with other work, too. */
    boolean isNamedBesidesOtherWork() {
        return false;
    }

    /** Whether another cause would explain it as well, and first, on a machine that is busy with other work. */
    boolean needsIdleMachine() {
        return false;
    }

    /** Provokes it while requests are sent. */
    void during(Started jmeter) throws Exception {
        // Most are there from the beginning.
    }

    private static void signal(Started jmeter, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(jmeter.process().pid()))
                .start()
                .waitFor();
    }
}
