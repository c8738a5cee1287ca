package io.github.isostress.it.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.it.Jtl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that are whole jobs: each runs headless, all at once, and does what it says. */
class WholeJobsIT {
    private static final Pattern TROUBLE = Pattern.compile("(?m)^\\S+ \\S+ (?:WARN|ERROR) .*");
    /** A busy machine starts a thread later than the others wait for it, and the run says so. */
    private static final Pattern BUSY =
            Pattern.compile("the first request is due, though \\d+ of \\d+ threads are not ready");

    private static final Pattern PROVOKED =
            Pattern.compile(".* (?:WARN \\S+RunFailures: |.* hung up on .*by the rule ).*");
    /** What a reversal has of its authorisation. */
    private static final List<Integer> CARRIED_OVER = List.of(2, 3, 4, 11, 12, 13, 32, 37, 41, 42, 49);

    private static final Set<String> REVERSALS = Set.of("reversal", "reversal repeat");

    @TempDir
    static Path folder;

    private static Run terminals;
    private static Run points;
    private static Run reversals;
    private static Run reversalsOfLedger;
    private static Run earlier;
    private static Map<String, Ledger.Entry> ledger;

    @BeforeAll
    static void runAll() throws Exception {
        try (JobRuns jobs = new JobRuns(folder)) {
            terminals = jobs.terminals().get();
            points = jobs.points().get();
            reversals = jobs.reversals().get();
            reversalsOfLedger = jobs.reversalsOfLedger().get();
            earlier = jobs.earlier().get();
            ledger = jobs.ledger().entries();
        }
    }

    private static List<Jtl.Sample> labelled(Run run, Predicate<String> label) {
        return run.samples().stream()
                .filter(sample -> label.test(sample.label()))
                .toList();
    }

    private static List<Jtl.Sample> labelled(Run run, String label) {
        return labelled(run, label::equals);
    }

    private static List<String> troubles(Run run) {
        return TROUBLE.matcher(run.log())
                .results()
                .map(found -> found.group())
                .filter(line -> !BUSY.matcher(line).find())
                .toList();
    }

    /** The samples of each thread, in their order. */
    private static Map<String, List<Jtl.Sample>> byThread(Run run) {
        return run.samples().stream()
                .collect(Collectors.groupingBy(Jtl.Sample::thread, TreeMap::new, Collectors.toList()));
    }

    @Test
    void shouldSucceedWhenTerminalsDoTheirJob() {
        assertThat(terminals.samples()).allMatch(Jtl.Sample::successful);
        assertThat(terminals.connects()).hasSize(JobRuns.TERMINALS);
        assertThat(labelled(terminals, "host sign-on")).hasSize(JobRuns.TERMINALS);
        assertThat(labelled(terminals, "purchase").size())
                .isGreaterThan(labelled(terminals, "balance inquiry").size());
        assertThat(terminals.samples())
                .extracting(Jtl.Sample::label)
                .contains("balance inquiry", "purchase to be voided", "void", "batch close")
                .doesNotContain("refund");
        assertThat(troubles(terminals)).isEmpty();
    }

    @Test
    void shouldHaveItsIdItsStansAndItsBatchesWhenItIsATerminal() {
        Map<String, List<Jtl.Sample>> fleet = byThread(terminals);

        assertThat(fleet).hasSize(JobRuns.TERMINALS);
        assertThat(fleet.values().stream()
                        .map(sent -> elements(sent, 41).distinct().toList()))
                .allMatch(ids -> ids.size() == 1)
                .doesNotHaveDuplicates();
        assertThat(fleet.values()).allSatisfy(sent -> {
            List<String> stans = elements(sent, 11).toList();
            assertThat(stans)
                    .isEqualTo(IntStream.rangeClosed(1, stans.size())
                            .mapToObj("%06d"::formatted)
                            .toList());
            assertThat(batches(sent)).isNotEmpty().allMatch(size -> size == JobRuns.BATCH_SIZE);
        });
    }

    private static Stream<String> elements(List<Jtl.Sample> sent, int number) {
        return sent.stream().flatMap(sample -> SentText.element(sample, number).stream());
    }

    /** How many transactions each closed batch had; a purchase and its void are one. */
    private static List<Long> batches(List<Jtl.Sample> sent) {
        Map<String, Long> sizes = new TreeMap<>();
        for (Jtl.Sample sample : sent) {
            String batch = SentText.element(sample, 60).orElse("");
            if (!batch.isEmpty() && !Set.of("void", "batch close").contains(sample.label())) {
                sizes.merge(batch, 1L, Long::sum);
            }
        }
        List<Jtl.Sample> closes = sent.stream()
                .filter(sample -> sample.label().equals("batch close"))
                .toList();
        assertThat(elements(closes, 60))
                .isEqualTo(IntStream.rangeClosed(1, closes.size())
                        .mapToObj("%06d"::formatted)
                        .toList());
        return elements(closes, 60).map(sizes::get).toList();
    }

    @Test
    void shouldCheckEachAnswerByItsBytesWhenTheProtocolIsRaw() {
        assertThat(points.samples()).allMatch(Jtl.Sample::successful);
        assertThat(labelled(points, "log-on"))
                .hasSize(5)
                .allMatch(sample -> sample.response().matches("(?s)Response, \\d+ bytes\n0000  00 \\w\\w F2 A1 .*"));
        assertThat(labelled(points, "collect points"))
                .allMatch(sample -> sample.response().matches("(?s)Response, \\d+ bytes\n0000  00 \\w\\w F2 B1 .*"))
                .extracting(Jtl.Sample::bytes)
                .contains(16L, 17L);
        assertThat(labelled(points, "spend points"))
                .allMatch(sample -> sample.response()
                        .matches("(?s)Response, \\d+ bytes\n0000  00 \\w\\w F2 C1 (\\w\\w ){4} ?C0 (00|17) .*"));
        assertThat(troubles(points)).isEmpty();
    }

    @Test
    void shouldReverseEachFailedAuthorisationWhenTheHostOfTheExampleLeavesSomeUnanswered() {
        assertThat(unanswered(reversals)).isNotEmpty();
        assertThat(labelled(reversals, "authorisation"))
                .extracting(Jtl.Sample::code)
                .contains("00");
        assertThat(answered(labelled(reversals, REVERSALS::contains)))
                .containsExactlyInAnyOrderElementsOf(stans(unanswered(reversals)));
        assertThat(troubles(reversals)).allMatch(PROVOKED.asMatchPredicate());
    }

    private static List<Jtl.Sample> unanswered(Run run) {
        return labelled(run, "authorisation").stream()
                .filter(sample -> !sample.code().matches("\\d\\d"))
                .toList();
    }

    private static List<String> answered(List<Jtl.Sample> sent) {
        return stans(sent.stream().filter(Jtl.Sample::successful).toList());
    }

    private static List<String> stans(List<Jtl.Sample> sent) {
        return elements(sent, 11).toList();
    }

    @Test
    void shouldAgreeWithTheLedgerOfTheHostWhenAuthorisationsHaveFailed() {
        List<String> reversed = ledger.values().stream()
                .filter(entry -> entry.acceptedReversals() > 0)
                .map(entry -> entry.authorisation().getString(11))
                .toList();

        assertThat(ledger).hasSameSizeAs(labelled(reversalsOfLedger, "authorisation"));
        assertThat(reversed).isNotEmpty().containsExactlyInAnyOrderElementsOf(stans(unanswered(reversalsOfLedger)));
        assertThat(ledger.values())
                .filteredOn(entry -> !entry.hasValidAnswer())
                .allMatch(entry -> entry.acceptedReversals() == 1);
        assertThat(ledger.values().stream()
                        .mapToInt(entry -> entry.reversals().size())
                        .sum())
                .isEqualTo(labelled(reversalsOfLedger, REVERSALS::contains).size());
        assertThat(troubles(reversalsOfLedger)).allMatch(PROVOKED.asMatchPredicate());
    }

    @Test
    void shouldCarryTheAuthorisationsValuesWhenItReversesAndRepeats() {
        List<Ledger.Entry> reversed = ledger.values().stream()
                .filter(entry -> !entry.reversals().isEmpty())
                .toList();

        assertThat(reversed).anyMatch(entry -> entry.reversals().size() > 1).allSatisfy(entry -> {
            ISOMsg first = entry.reversals().get(0);
            assertThat(first.getMTI()).isEqualTo("0420");
            assertThat(CARRIED_OVER)
                    .allMatch(
                            element -> entry.authorisation().getString(element).equals(first.getString(element)));
            assertThat(first.getString(38)).isEqualTo(entry.authorisationCode());
            assertThat(entry.reversals().stream().skip(1)).allSatisfy(repeat -> {
                assertThat(repeat.getMTI()).isEqualTo("0421");
                assertThat(withoutMti(repeat)).isEqualTo(withoutMti(first));
            });
        });
    }

    private static Map<Integer, String> withoutMti(ISOMsg message) {
        return IntStream.rangeClosed(2, 128)
                .filter(message::hasField)
                .boxed()
                .collect(Collectors.toMap(element -> element, message::getString));
    }

    @Test
    void shouldRunWithoutAWarningWhenThePlanIsOfAnEarlierVersion() {
        assertThat(earlier.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
        assertThat(earlier.connects()).hasSize(2);
        assertThat(troubles(earlier)).isEmpty();
    }
}
