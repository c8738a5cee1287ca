package io.github.isostress.jmeter.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.health.ObservedLink;
import io.github.isostress.health.RunFigures;
import io.github.isostress.health.condition.WatchedSecond;
import io.github.isostress.health.gate.GateResult;
import io.github.isostress.health.record.RecordedElement;
import io.github.isostress.health.record.RecordedFailure;
import io.github.isostress.health.record.RecordedFigures;
import io.github.isostress.health.record.RecordedMachine;
import io.github.isostress.health.record.RecordedRuns;
import io.github.isostress.health.record.RunRecord;
import io.github.isostress.health.verdict.CalibratedLoad;
import io.github.isostress.health.verdict.Reason;
import io.github.isostress.health.verdict.RunVerdict;
import io.github.isostress.health.verdict.Validity;
import io.github.isostress.health.verdict.ValidityRule;
import io.github.isostress.health.verdict.WatchedRun;
import io.github.isostress.jmeter.report.jtl.FailureReasons;
import io.github.isostress.support.Chromium;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in a real browser: it draws, in light and dark, reports no error, and takes no text for markup. */
class ReportPageTest {
    private static final String COLUMNS =
            "timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,failureMessage,sentBytes,"
                    + "\"iso_rtt_us\",\"iso_connect_us\",\"iso_tls_us\",\"iso_lag_us\",\"iso_kind\",\"iso_connection\","
                    + "\"iso_mti\",\"iso_processing_code\"\n";
    private static final String MARKUP = "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>";
    private static final List<GateResult> GATES =
            List.of(new GateResult("p99 < 50 ms", true, "12.415 ms"), new GateResult(MARKUP, false, MARKUP));
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 3600;

    /** A line or a block of a chart has more pixels of its colour than the marks of its legend. */
    private static final int LEAST_PIXELS = 400;

    private static final Map<Chromium.Scheme, int[]> COLOURS = Map.of(
            Chromium.Scheme.LIGHT, new int[] {0xf6f7f9, 0x1f5fa8, 0xb3541e, 0x0b7a6f, 0xb3261e, 0x6a3fb5},
            Chromium.Scheme.DARK, new int[] {0x11151a, 0x7db4f5, 0xf0a06a, 0x5ccfbf, 0xff8f86, 0xb99ef3});

    @TempDir
    private Path folder;

    /** Half a minute of all there is: approved, declined, timed out, lost and late requests, and connections. */
    private Path jtl() throws Exception {
        StringBuilder rows = new StringBuilder(COLUMNS);
        rows.append("1000000,9,switch connect,CONNECTED,ok,a:1-t 1-1,true,,0,,9000,7000,,connect,switch,,\n");
        rows.append("1000010,2,switch sign-on,00,Approved,a:1-t 1-1,true,,60,2000,,,,sign-on,switch,0800,\n");
        for (int i = 0; i < 3_000; i++) {
            String result = i % 500 == 0
                    ? "RESPONSE_TIMEOUT,No response came in time,b:2-t 1-2,false"
                    : i % 50 == 0 ? "51,Not sufficient funds,a:1-t 1-1,false" : "00,Approved,a:1-t 1-1,true";
            rows.append(1_000_100 + 10 * i)
                    .append(",1,purchase,")
                    .append(result)
                    .append(",,85,")
                    .append(300 + i % 400)
                    .append(",,,")
                    .append(i % 100 == 0 ? 25_000 : 40)
                    .append(",request,switch,0200,000000\n");
        }
        rows.append("1031000,1,\"" + MARKUP + "\",\"" + MARKUP.replace(",", "") + "\",\"" + MARKUP + "\",\"" + MARKUP
                + "\",false,\"" + MARKUP + "\",85,100,,,,request,\"" + MARKUP + "\",\"" + MARKUP + "\",\"<b>\"\n");
        rows.append("1031001,1,purchase,00,Appro");
        return Files.writeString(folder.resolve("results.jtl"), rows);
    }

    private Path page() throws Exception {
        Path log = Files.writeString(
                folder.resolve("jmeter.log"),
                "2026-11-29 WARN i.g.i.j.RunFailures: 'purchase' RESPONSE_TIMEOUT: No response came in time. " + MARKUP
                        + " and nothing else (the first one; all are counted)\n");
        FailureReasons reasons = new FailureReasons();
        reasons.read(log);
        Path html = folder.resolve("report.html");
        ReportPage.write(jtl(), Optional.of(record()), GATES, reasons, html);
        return html;
    }

    /** Of a run that began a second before its first request. */
    private static RunRecord record() {
        return new RunRecord(
                RunRecord.FORMAT,
                999_000,
                1_031_000,
                Optional.of(RunVerdict.of(List.of(new Reason(
                        ValidityRule.LATE,
                        Validity.SUSPECT,
                        "for 2.1 s of 30 the machine, not the host, was the limit")))),
                Map.of("iso8583.verdict.late", "1 %, 10 %"),
                GATES,
                Optional.of(new CalibratedLoad(12_345, 0.25, 0.75, 3, 10)),
                Optional.of(figures()),
                new RecordedMachine("generator-7", "Linux", 2, 4_096, 512, "Java 17", "5.6.3", "0.1.0"),
                MARKUP,
                List.of(new RecordedElement("Iso8583Connection", MARKUP, Map.of("Iso8583Connection.port", "5000"))),
                Map.of("iso8583.stan.first", "004711"),
                seconds(),
                List.of(),
                List.of());
    }

    private static List<WatchedSecond> seconds() {
        return new WatchedRun()
                .always(second -> {
                    second.late(3, 25).intervalMicros = 10_000;
                    second.unsent = 4;
                    second.steal = Double.NaN;
                    second.portsTaken = -1;
                })
                .in(7, second -> second.runQueue = 2.5)
                .seconds()
                .subList(0, 31);
    }

    private static RecordedFigures figures() {
        RunFigures figures = new RunFigures();
        figures.linkEnded(new ObservedLink("switch", 1_234, 7, 2, 3, 0, 1, 5, 90_000, 91_000));
        return RecordedFigures.of(figures, label -> label);
    }

    @ParameterizedTest
    @EnumSource(Chromium.Scheme.class)
    void shouldDrawAndReportNoErrorWhenABrowserOpensIt(Chromium.Scheme scheme) throws Exception {
        Optional<Chromium> browser = Chromium.installed();
        assumeTrue(browser.isPresent(), "no Chromium on this machine");

        Chromium.Seen seen = browser.get().open(page(), scheme, WIDTH, HEIGHT, folder);

        assertThat(seen.console()).isEmpty();
        assertThat(shown(seen))
                .contains("Latency", "RESPONSE_TIMEOUT", "Not sufficient funds", "b:2")
                .contains("3,001", "SUSPECT", "For 2.1&nbsp;s of 30 the machine, not the host, was the limit.")
                .contains("12.415 ms", "FAILED", "Load generator", "12,345", "generator-7", "iso8583.stan.first")
                .contains("switch, link 1", "1,234", "2.5")
                .contains("1 row of the JTL was left out")
                .contains("&lt;/script&gt;&lt;script&gt;document.title='owned'")
                .doesNotContain("<img", "NaN", "undefined");
        Map<Integer, Integer> pixels = pixels(seen.picture());
        for (int colour : COLOURS.get(scheme)) {
            assertThat(pixels.getOrDefault(colour, 0))
                    .as("pixels of %06x", colour)
                    .isGreaterThan(LEAST_PIXELS);
        }
    }

    @Test
    void shouldSayWhatIsNotKnownWhenTheJtlIsOfAnotherSamplerAndHasNoRecord() throws Exception {
        assumeTrue(Chromium.installed().isPresent(), "no Chromium on this machine");
        Path other = Files.writeString(
                folder.resolve("other.jtl"),
                "label;success;elapsed;timeStamp;responseCode;responseMessage\n"
                        + "home page;true;12;1000000;200;OK\n"
                        + "home page;false;7;1001500;500;oops\n");
        Path html = folder.resolve("other.html");

        ReportPage.write(other, Optional.empty(), List.of(), new FailureReasons(), html);
        Chromium.Seen seen = Chromium.installed().get().open(html, Chromium.Scheme.LIGHT, WIDTH, HEIGHT, folder);

        assertThat(seen.console()).isEmpty();
        assertThat(shown(seen))
                .contains("No record of the generator's condition", "The plan has no schedule", "home page", "oops")
                .contains("The JTL has whole milliseconds alone")
                .doesNotContain("Load generator", "NaN", "undefined");
        assertThat(pixels(seen.picture()).getOrDefault(0xb3261e, 0))
                .as("pixels of the block of the last second, in which a request failed")
                .isGreaterThan(10_000);
    }

    /** The JTL of a controller whose agents have no sample_variables. */
    @Test
    void shouldTellWhatAgentsHaveMeasuredWhenTheirReportsAreInTheRecord() throws Exception {
        assumeTrue(Chromium.installed().isPresent(), "no Chromium on this machine");
        Path jtl = Files.writeString(
                folder.resolve("controller.jtl"),
                "timeStamp,elapsed,label,responseCode,responseMessage,threadName,success\n"
                        + "1795921669968,0,purchase,00,Approved,a:1-t 1-1,true\n"
                        + "1795921671968,0,purchase,RESPONSE_TIMEOUT,No response came in time,a:1-t 1-1,false\n");
        RunRecord report = RecordedRuns.of(
                RecordedRuns.requests("purchase", LongStream.generate(() -> 345).limit(1_000)),
                new WatchedRun().in(30, second -> second.longestPauseMicros = 204_000),
                new RecordedFailure("purchase", "RESPONSE_TIMEOUT", "No response came in time. " + MARKUP, 1));
        RunRecord run = RecordedRuns.of(RecordedRuns.agent("a:1", report), RecordedRuns.agent("b:2", report));
        Path html = folder.resolve("controller.html");

        ReportPage.write(jtl, Optional.of(run), List.of(), new FailureReasons(), html);
        Chromium.Seen seen = Chromium.installed().get().open(html, Chromium.Scheme.LIGHT, WIDTH, HEIGHT, folder);

        assertThat(seen.console()).isEmpty();
        assertThat(shown(seen))
                .contains("stress.jmx on 2 agents", "Agent b:2: the JVM stood still for 204&nbsp;ms")
                .contains("These are the agents' own histograms, added up.", "0.345", "a:1: machine and condition")
                .contains("'purchase' on a:1, b:2: &lt;/script&gt;", "Asked is when requests were due")
                .doesNotContain("<img", "NaN", "undefined");
    }

    /** The elements that the script has made, without the script and its data. */
    private static String shown(Chromium.Seen seen) {
        assertThat(seen.markup()).contains("data-drawn=").doesNotContain("<title>owned");
        return StringUtils.substringBetween(seen.markup(), "<body>", "<script");
    }

    private static Map<Integer, Integer> pixels(BufferedImage picture) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void shouldLoadNothingAndRunItsOwnScriptsAloneWhenItIsAFile() throws Exception {
        String text = Files.readString(page());

        assertThat(text)
                .contains("default-src 'none'; style-src 'sha256-")
                .doesNotContain("<link", "src=\"", "url(", "owned'</script>")
                .contains("The MIT License", "Leon Sorokin");
        assertThat(text.split("</script>")).hasSize(4);
        assertThat(folder.resolve("report.html.part")).doesNotExist();
    }
}
