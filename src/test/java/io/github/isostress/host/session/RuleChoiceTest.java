package io.github.isostress.host.session;

import static io.github.isostress.host.RawClient.PACKAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.Frame;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule acts. */
class RuleChoiceTest {
    private static final IsoPackager ISO87 = Packagers.builtIn(PACKAGER);
    private static final HostMessages MESSAGES = new HostMessages(ISO87);

    private static RuleChoice choice(String rules) {
        HostRules parsed = HostRules.parse(rules, Optional.of(ISO87));
        return new RuleChoice(parsed.rules(), parsed.seed());
    }

    private static ReceivedMessage purchase(String amount, String terminal) {
        ISOMsg message = TestMessages.purchase(PACKAGER, "000001");
        message.set(4, amount);
        message.set(41, terminal);
        return request(message);
    }

    private static ReceivedMessage request(ISOMsg message) {
        byte[] bytes = TestMessages.pack(message);
        return new ReceivedMessage(new Frame(bytes, 0, bytes.length, 0, 0), Optional.of(MESSAGES));
    }

    private static String chosen(RuleChoice rules, ReceivedMessage request) {
        return rules.onRequest(request)
                .map(choice -> choice.script().steps().get(0).name())
                .orElse("-");
    }

    private static List<String> chosen(String rules, int requests) {
        RuleChoice choice = choice(rules);
        return IntStream.range(0, requests)
                .mapToObj(i -> chosen(choice, purchase("1", "TERM0001")))
                .toList();
    }

    @Test
    void shouldActOnEveryNthWhenCounted() {
        List<String> names = chosen("every 3 : close", 10);

        assertThat(names).containsExactly("-", "-", "close", "-", "-", "close", "-", "-", "close", "-");
    }

    @Test
    void shouldCountOnlyWhatFitsAndComesThisFarWhenThereAreSeveralRules() {
        RuleChoice rules = choice("mti 0800 : reset\nevery 2 : close\nevery 2 : twice");
        ReceivedMessage echo = request(TestMessages.message(PACKAGER, "0800", "000001"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            names.add(chosen(rules, echo));
            names.add(chosen(rules, purchase("1", "TERM0001")));
        }

        assertThat(names)
                .containsExactly(
                        "reset", "-", "reset", "close", "reset", "twice", "reset", "close", //
                        "reset", "-", "reset", "close", "reset", "twice", "reset", "close");
    }

    @ParameterizedTest
    @CsvSource({
        "mti 0200,               close",
        "mti 0100,          -",
        "'mti 0100, 0200',  close",
        "mti 02x0, close",
        "mti xxxx,               close",
        "mti 04xx,          -",
        "amount 5000-5999,  close",
        "amount 5500, close",
        "amount 5500-5500,       close",
        "amount 5501-9999,  -",
        "amount 0-5499,     -",
        "de 41 TERM01, close",
        "de 41 TERM02,           -",
        "de 41 term01,      -",
        "de 38 000000,      -",
        "de 3 000000, close",
        "mti 0200 amount 5500 de 41 TERM01, close",
        "mti 0200 amount 5500 de 41 TERM02, -",
        "always, close",
        "de 55.9F02 000000001000, -",
        "de 41 \"TERM01  \", close"
    })
    void shouldActWhenTheConditionsHold(String conditions, String expected) {
        assertThat(chosen(choice(conditions + " : close"), purchase("000000005500", "TERM01  ")))
                .isEqualTo(expected);
    }

    @Test
    void shouldNotActWhenThereIsNoAmount() {
        assertThat(chosen(choice("amount 0-99 : close"), request(TestMessages.purchase(PACKAGER, "000001"))))
                .isEqualTo("-");
    }

    @Test
    void shouldTakeTheFirstWhenSeveralFit() {
        assertThat(chosen("mti 0200 : close\nalways : reset", 1)).containsExactly("close");
    }

    @Test
    void shouldHitWithinBinomialBoundsWhenItIsAShare() {
        int requests = 100_000;
        long hits = chosen("share 2% : close", requests).stream()
                .filter("close"::equals)
                .count();

        // 2000 expected; six standard deviations are 266.
        assertThat(hits).isBetween(1734L, 2266L);
    }

    @Test
    void shouldHitTheSameOnesWhenTheSeedIsTheSame() {
        String rules = "share 10% : close\nshare 10% : reset";

        assertThat(chosen("seed 4\n" + rules, 1000)).isEqualTo(chosen(rules + "\nseed 4", 1000));
        assertThat(chosen("seed 4\n" + rules, 1000)).isNotEqualTo(chosen("seed 5\n" + rules, 1000));
    }

    @Test
    void shouldPlayEachFaultAsOftenWhenTheRequestsComeOnManyThreads() throws Exception {
        String rules = "every 100 : close\nshare 1% : reset\nshare 0.1% : twice\nmti 0200 share 50% : late 5";

        assertThat(inParallel(rules)).isEqualTo(counts(chosen(rules, 20_000)));
    }

    private static Map<String, Long> counts(List<String> names) {
        Map<String, Long> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1L, Long::sum));
        return counts;
    }

    private static Map<String, Long> inParallel(String rules) throws Exception {
        RuleChoice choice = choice(rules);
        AtomicLong left = new AtomicLong(20_000);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(pool.submit(() -> {
                    List<String> names = new ArrayList<>();
                    while (left.getAndDecrement() > 0) {
                        names.add(chosen(choice, purchase("1", "TERM0001")));
                    }
                    return names;
                }));
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> each : running) {
                all.addAll(each.get(60, TimeUnit.SECONDS));
            }
            return counts(all);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldCountConnectionsByThemselvesWhenARuleIsAboutThem() {
        RuleChoice rules = choice("on connect every 2 : close\nalways : reset");

        assertThat(rules.onConnect()).isEmpty();
        assertThat(chosen(rules, purchase("1", "TERM0001"))).isEqualTo("reset");
        assertThat(rules.onConnect()).isPresent();
    }
}
