package io.github.isostress.jmeter;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.health.RunObserver;
import io.github.isostress.link.RunLinks;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;
import io.github.isostress.message.template.Expression;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.tls.TlsContexts;
import io.github.isostress.wire.NameResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.commons.lang3.function.FailableSupplier;

/**
 * What lives as long as a test run in this JVM and is shared by its threads: compiled templates, SSLContexts,
 * sequences, links to hosts, and the reason why the run cannot work. Thread-safe.
 */
public final class TestRun {
    private static final ThreadLocal<TestRun> APART = new ThreadLocal<>();
    /** How many threads have a run of their own: mostly none, and then nobody has to look. */
    private static final AtomicInteger APARTS = new AtomicInteger();
    /** A plan may say something else in each sample; that is not kept for ever. */
    private static final int MOST_SHARED = 1000;

    private static volatile TestRun current = ofATest();

    private final RunNumbers numbers;
    private final RunFailures failures;
    private final RunReport report;
    private final AtomicBoolean endsEarly = new AtomicBoolean();
    private final TlsContexts tlsContexts = new TlsContexts();
    /** By place and packager. No record: Java links a record's hash code at its first use, before the first sample. */
    private final Map<List<?>, CompiledTemplate> templates = new ConcurrentHashMap<>();

    private final Map<List<?>, Object> shared = new ConcurrentHashMap<>();
    private final RunLinks links = new RunLinks();
    private final NameResolver names = NameResolver.askingOnce();
    private volatile StanSequence stans;
    private volatile RrnSequence rrns;
    private volatile String refusal;

    private record CompiledTemplate(MessageTemplate template, FailureException refusal) {}

    private TestRun(RunNumbers numbers, FailureLog log, RunReport report) {
        this.numbers = numbers;
        this.failures = new RunFailures(log, System::nanoTime);
        this.report = report;
    }

    private static TestRun ofATest() {
        return new TestRun(RunNumbers.OF_A_RUN, FailureLog.JMETER_LOG, RunReport.inLog());
    }

    /** The run that is going on, or the next one; in work that is done {@link #apart}, that work's own. */
    public static TestRun current() {
        TestRun apart = APARTS.get() == 0 ? null : APART.get();
        return apart == null ? current : apart;
    }

    /**
     * Does work in a run of its own, which ends with the work: what is tried while a plan is being written neither
     * disturbs a test that is going on nor leaves anything behind. The numbers that it sends no run of this JVM has sent.
     */
    public static <T, E extends Exception> T apart(FailableSupplier<T, E> work) throws E {
        return in(new TestRun(RunNumbers.OF_A_TRIAL, FailureLog.NOWHERE, RunReport.NONE), work);
    }

    /** As {@link #apart}, for what is only looked at: it shows the next numbers and uses none up. */
    public static <T, E extends Exception> T preview(FailableSupplier<T, E> work) throws E {
        return in(new TestRun(RunNumbers.OF_A_PREVIEW, FailureLog.NOWHERE, RunReport.NONE), work);
    }

    private static <T, E extends Exception> T in(TestRun own, FailableSupplier<T, E> work) throws E {
        APART.set(own);
        APARTS.incrementAndGet();
        try (own.links) {
            return work.get();
        } finally {
            APARTS.decrementAndGet();
            APART.remove();
        }
    }

    /** Ends the run: signs off and closes what is still open, and forgets everything. */
    public static synchronized void end() {
        try {
            // Sign-offs take their numbers from the run that ends.
            current.links.close();
        } finally {
            current.failures.tellCounts();
            current.report.tell();
            current = ofATest();
        }
    }

    /** Why samples of the run have failed. */
    public RunFailures failures() {
        return failures;
    }

    /** Hears of every request and every event of a link. */
    public RunObserver observer() {
        return report.observer();
    }

    /** The run's links to hosts. */
    public RunLinks links() {
        return links;
    }

    /** The addresses of host names, asked for once in the run. */
    public NameResolver names() {
        return names;
    }

    /** The run's SSLContexts. */
    public TlsContexts tlsContexts() {
        return tlsContexts;
    }

    /**
     * The run's system trace audit numbers.
     *
     * @throws IllegalArgumentException with one clear sentence if a JMeter property about them cannot be used
     */
    public StanSequence stans() {
        StanSequence known = stans;
        return known == null ? beginStans() : known;
    }

    private synchronized StanSequence beginStans() {
        stans = stans == null ? numbers.stans() : stans;
        return stans;
    }

    /**
     * The run's retrieval reference numbers.
     *
     * @throws IllegalArgumentException with one clear sentence if a JMeter property about them cannot be used
     */
    public RrnSequence rrns() {
        RrnSequence known = rrns;
        return known == null ? beginRrns() : known;
    }

    private synchronized RrnSequence beginRrns() {
        rrns = rrns == null ? numbers.rrns() : rrns;
        return rrns;
    }

    /**
     * The template for a text, compiled at the first call.
     *
     * @param place where the text stands in the plan: what the functions in it keep, such as a counter, is shared by
     *     equal places and by no others
     * @param check whether the packager has to read back what it packs
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if the text cannot be compiled; the same at each call
     */
    public MessageTemplate template(
            Object place,
            String text,
            Optional<IsoPackager> packager,
            Expression.Compiler expressions,
            RequestCheck check)
            throws FailureException {
        CompiledTemplate compiled = templates.computeIfAbsent(
                List.of(place, packager, check), key -> compile(text, packager, expressions, check));
        if (compiled.refusal() != null) {
            throw new FailureException(
                    Failure.TEMPLATE_ERROR, compiled.refusal().getMessage(), compiled.refusal());
        }
        return compiled.template();
    }

    /**
     * What is made of these parts, the same for all threads: a thousand threads with a copy each would have each of them
     * come back to cold caches.
     *
     * @param parts tell what is to be made, its type among them; equal parts make equal things
     * @param type of what is made, which is immutable
     */
    public <T> T shared(List<?> parts, Class<T> type, Supplier<T> maker) {
        Object known = shared.get(parts);
        if (known != null) {
            return type.cast(known);
        }
        T made = maker.get();
        if (shared.size() >= MOST_SHARED) {
            // What comes again is soon shared again.
            shared.clear();
        }
        Object earlier = shared.putIfAbsent(parts, made);
        return earlier == null ? made : type.cast(earlier);
    }

    private static CompiledTemplate compile(
            String text, Optional<IsoPackager> packager, Expression.Compiler expressions, RequestCheck check) {
        try {
            return new CompiledTemplate(MessageTemplate.compile(text, packager, expressions, check), null);
        } catch (FailureException e) {
            return new CompiledTemplate(null, e);
        }
    }

    /** Notes why the run as a whole cannot work, the first reason given: an element's start must not throw, so each
     * sample says it. */
    public synchronized void refuse(String sentence) {
        refusal = refusal == null ? sentence : refusal;
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
}
