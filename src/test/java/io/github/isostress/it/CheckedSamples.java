package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.support.Disorder;
import io.github.isostress.support.Disorder.Fate;
import io.github.isostress.support.Purchases;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.JMeterContextService;

/**
 * A listener that counts samples and keeps none. It compares each purchase with its answer, and its outcome with what
 * the host did to it. Public, since JMeter makes its elements by reflection.
 */
public final class CheckedSamples extends AbstractTestElement implements SampleListener, NoThreadClone {
    private static final long serialVersionUID = 1L;
    private static final ElementPath STAN = ElementPath.parse("11");
    private static final ElementPath RRN = ElementPath.parse("37");
    private static final ElementPath CHECK = ElementPath.parse("48");
    private static final int MOST_MISTAKES = 10;

    private final transient Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final transient LongAdder received = new LongAdder();
    private final transient LongAdder sent = new LongAdder();
    private final transient Queue<String> mistakes = new ConcurrentLinkedQueue<>();
    private final transient Disorder disorder;

    /** For JMeter. */
    public CheckedSamples() {
        this(new Disorder(0, 0));
    }

    /** Compares with what that disorder has done. */
    CheckedSamples(Disorder disorder) {
        this.disorder = disorder;
    }

    @Override
    public void sampleOccurred(SampleEvent event) {
        SampleResult sample = event.getResult();
        counts.computeIfAbsent(sample.getSampleLabel() + " " + sample.getResponseCode(), key -> new LongAdder())
                .increment();
        received.add(sample.getBytesAsLong());
        sent.add(sample.getSentBytes());
        if (sample.getSampleLabel().equals(LoadPlan.PURCHASE)) {
            check(sample, LastExchange.of(JMeterContextService.getContext().getVariables()));
        }
    }

    private void check(SampleResult sample, LastExchange exchange) {
        String mistake = mistakeIn(sample, exchange);
        if (!mistake.isEmpty() && mistakes.size() < MOST_MISTAKES) {
            mistakes.add(sample.getResponseCode() + ": " + mistake);
        }
    }

    private String mistakeIn(SampleResult sample, LastExchange exchange) {
        if (exchange.request() == null) {
            return "no request";
        }
        String rrn = value(exchange.request(), RRN);
        Fate fate = disorder.of(rrn);
        boolean lost = fate == Fate.DROPPED || fate == Fate.DELAYED;
        String code = lost ? Failure.RESPONSE_TIMEOUT.name() : "00";
        if (!sample.getResponseCode().equals(code)) {
            return "the answer to " + rrn + " was " + fate + " by the host";
        }
        if (lost) {
            return exchange.response() == null ? "" : "an answer to " + rrn + ", which has none";
        }
        String check = Purchases.checkValue(value(exchange.request(), STAN), rrn, value(exchange.request(), CHECK));
        return value(exchange.response(), CHECK).equals(check) ? "" : "the answer to " + rrn + " is another's";
    }

    private static String value(DecodedMessage message, ElementPath path) {
        return message.value(path).orElse("");
    }

    @Override
    public void sampleStarted(SampleEvent event) {
        // Whole samples only.
    }

    @Override
    public void sampleStopped(SampleEvent event) {
        // Whole samples only.
    }

    /** How many samples there are of each label and code, as {@code link connect CONNECTED}. */
    Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((sort, count) -> sums.put(sort, count.sum()));
        return sums;
    }

    /** The bytes of all samples that came. */
    long bytesReceived() {
        return received.sum();
    }

    /** The bytes of all samples that were sent. */
    long bytesSent() {
        return sent.sum();
    }

    /** The first purchases whose sample is not what the host did. */
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }
}
