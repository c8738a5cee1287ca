package io.github.isostress.jmeter;

import io.github.isostress.connect.Listeners;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.RunObserver;
import io.github.isostress.health.RunObservers;
import io.github.isostress.health.condition.GeneratorWatch;
import io.github.isostress.jmeter.number.DealtNumbers;
import io.github.isostress.jmeter.number.RunNumbers;
import io.github.isostress.jmeter.number.ThreadNumbers;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.link.RunLinks;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.wire.NameResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What lives as long as a run in this JVM and is shared by its threads. A run is a test, or what a user tries or looks
 * at while a plan is written. {@link CurrentRun} says which run a thread works for. Thread-safe.
 */
public final class RunContext implements AutoCloseable {
    private final DealtNumbers numbers;
    private final RunFailures failures;
    private final RunReport report;
    private final RunObservers observers;
    private final TestWatch watch;
    private final RunTemplates templates = new RunTemplates();
    private final Map<RunCache<?, ?>, Map<?, ?>> cached = new ConcurrentHashMap<>();
    private final TlsContexts tlsContexts = new TlsContexts();
    private final RunLinks links = new RunLinks();
    private final Listeners listeners = new Listeners();
    private final BothSides bothSides = new BothSides();
    private final PlanHosts planHosts = new PlanHosts();
    private final NameResolver names = NameResolver.askingOnce();
    private final AtomicBoolean endsEarly = new AtomicBoolean();
    private volatile String refusal;

    private RunContext(RunNumbers numbers, FailureLog log, RunReport report, TestWatch watch) {
        this.numbers = new DealtNumbers(numbers);
        this.failures = new RunFailures(log, System::nanoTime);
        this.report = report;
        this.observers = new RunObservers(List.of(report.observer()));
        this.watch = watch;
    }

    /** A test's run, with numbers of its own; jmeter.log tells of it. */
    static RunContext ofTest() {
        TestWatch watch = new TestWatch();
        return new RunContext(RunNumbers.OF_A_TEST, FailureLog.JMETER_LOG, RunReport.inLog(watch.generator()), watch);
    }

    /**
     * A trial's run. The trial sends its messages, so it takes its numbers from those of the tests: no test of this JVM
     * sends them again. The log does not tell of it, since the user sees its samples.
     */
    public static RunContext ofTrial() {
        return new RunContext(RunNumbers.OF_A_TRIAL, FailureLog.NOWHERE, RunReport.NONE, new TestWatch());
    }

    /** A preview's run: it shows the numbers that a test would send next, and uses none up. */
    public static RunContext ofPreview() {
        return new RunContext(RunNumbers.OF_A_PREVIEW, FailureLog.NOWHERE, RunReport.NONE, new TestWatch());
    }

    /**
     * The run of a calibration: it sends a test's messages to a host in this JVM alone, so it uses none of the tests'
     * numbers up, and the log does not tell of it.
     */
    public static RunContext ofCalibration(RunObserver observer) {
        return new RunContext(RunNumbers.OF_A_PREVIEW, FailureLog.NOWHERE, RunReport.to(observer), new TestWatch());
    }

    /**
     * The test has started: the load generator is watched from now on. Calls after the first do nothing. Does not
     * throw.
     */
    void begin() {
        watch.begin();
    }

    /** Ends the run: signs off, closes every connection, and tells the log how often which failure came. Blocks. */
    @Override
    public void close() {
        // Before connections sign off: they load the host no more.
        watch.close();
        try {
            links.close();
        } finally {
            listeners.close();
            listeners.tellOfLostClients(
                    (place, failure) -> failures.judged("accept on " + place, Verdict.failed(failure), ""));
            failures.tellCounts();
            report.tell();
            numbers.end();
        }
    }

    /** Counts the run's failed samples and logs their reasons. */
    public RunFailures failures() {
        return failures;
    }

    /** Hears of every request and every event of a link. */
    public RunObserver observer() {
        return observers;
    }

    /** Has this one hear of every request and every event of a link from now on. */
    public void observe(RunObserver another) {
        observers.add(another);
    }

    /** Watches this JVM and its machine from the beginning of a test to its end; of other runs it sees nothing. */
    public GeneratorWatch watch() {
        return watch.generator();
    }

    /** What was counted of the requests and the connections of a test; empty of other runs, or if it cannot be. */
    public Optional<RunFigures> figures() {
        return report.figures();
    }

    /** The compiled templates. */
    public RunTemplates templates() {
        return templates;
    }

    /** The links to hosts. */
    public RunLinks links() {
        return links;
    }

    /** Where hosts connect to this machine. */
    public Listeners listeners() {
        return listeners;
    }

    /** Joins what the run sends with what it answers as the issuer. */
    public BothSides bothSides() {
        return bothSides;
    }

    /** The embedded hosts of the plan. */
    public PlanHosts planHosts() {
        return planHosts;
    }

    /** Resolves each host name once in the run. */
    public NameResolver names() {
        return names;
    }

    /** The SSLContexts, one for equal TLS settings. */
    public TlsContexts tlsContexts() {
        return tlsContexts;
    }

    /**
     * The system trace audit numbers.
     *
     * @throws IllegalArgumentException with one clear sentence if a JMeter property about them cannot be used
     */
    public StanSequence stans() {
        return numbers.stans();
    }

    /**
     * The retrieval reference numbers.
     *
     * @throws IllegalArgumentException with one clear sentence if a JMeter property about them cannot be used
     */
    public RrnSequence rrns() {
        return numbers.rrns();
    }

    /** The JMeter properties with which another run would begin with the same STANs and RRNs, as far as it has any. */
    public Map<String, String> beginningsOfNumbers() {
        return numbers.beginnings();
    }

    /**
     * The numbers of the threads, over all machines.
     *
     * @throws IllegalArgumentException with one clear sentence if it is not known which machine this is
     */
    public ThreadNumbers threads() {
        return numbers.threads();
    }

    /**
     * The counters by name.
     *
     * @param file in which they are kept; empty if they are forgotten with this JVM
     * @throws IllegalArgumentException with one clear sentence if a JMeter property about them cannot be used
     */
    public Counters counters(Optional<Path> file) {
        return numbers.counters(file);
    }

    /** This run's entries of a cache. */
    @SuppressWarnings("unchecked") // The cache alone puts entries in, and they have its types.
    <K, V> Map<K, V> entries(RunCache<K, V> cache) {
        return (Map<K, V>) cached.computeIfAbsent(cache, key -> new ConcurrentHashMap<K, V>());
    }

    /**
     * Notes why no sample of the run can work. An element's start must not throw, so each sample tells it instead. The
     * first reason counts.
     */
    public synchronized void refuse(String sentence) {
        refusal = refusal == null ? sentence : refusal;
    }

    /**
     * Lets a sample pass.
     *
     * @throws FailureException {@link Failure#CONFIG_ERROR} if the run was refused
     */
    public void check() throws FailureException {
        if (refusal != null) {
            throw new FailureException(Failure.CONFIG_ERROR, refusal);
        }
    }

    /**
     * Why the run may as well end: one clear sentence, if it was refused, or if every sample has failed by its
     * configuration for three seconds; else empty.
     */
    public Optional<String> nothingCanBeSent() {
        return Optional.ofNullable(refusal).or(failures::nothingCanBeSent);
    }

    /** Notes that the run is ended early; returns whether that is the first time. */
    public boolean endsEarly() {
        return endsEarly.compareAndSet(false, true);
    }
}
