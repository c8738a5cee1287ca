package io.github.isostress.jmeter.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.control.IfController;
import org.apache.jmeter.control.OnceOnlyController;
import org.apache.jmeter.threads.SetupThreadGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a calibration finds of a plan whose own host cannot be reached. */
@ExtendWith(JMeterEnvironment.class)
class CalibrationTest {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final String REFUSED = "1";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final PlanTree tree = new PlanTree();
    private final Iso8583Connection connection = Elements.connection("switch", REFUSED);
    private PlanTree.Group group;

    @BeforeEach
    void setUp() {
        group = tree.group("terminals", 3, 1);
        group.tree().add(connection);
    }

    @Test
    void shouldTellRateAndRoundTripsWhenMessagesNeedWhatThePlanHas(@TempDir Path folder) throws Exception {
        connection.set(CONNECTION.useTls, true);
        connection.set(CONNECTION.trustStore, "there/is/none.pem");
        connection.set(CONNECTION.signOn, "0 0800\n11 ${NOT_THERE}");
        connection.set(CONNECTION.keep, "${KEEP}");
        CSVDataSet cards = new CSVDataSet();
        cards.setProperty(
                "filename",
                Files.writeString(folder.resolve("c.csv"), "4000001234567899\n").toString());
        cards.setProperty("variableNames", "PAN");
        group.tree().add(cards);
        Iso8583FieldExtractor extractor = new Iso8583FieldExtractor();
        extractor.set(Iso8583FieldExtractorSchema.INSTANCE.variables, "39=CODE");
        group.tree()
                .add(Elements.request("purchase", "0 0200\n2 ${PAN}\n4 1000\n11 ${__isoStan()}\n41 ${TERMINAL}"))
                .add(extractor);
        group.tree()
                .add(when("${CODE}", "00"))
                .add(Elements.request("advice", "0 0220\n11 ${__isoStan()}\n39 ${CODE}"));
        group.tree().add(when("${CODE}", "51")).add(Elements.request("reversal", "0 0420\n11 ${NOT_THERE}"));

        CalibrationResult result = calibrate(Map.of("KEEP", "shared 2", "TERMINAL", "TERM0001"), 1);

        assertThat(result.warning()).isEmpty();
        assertThat(result.load().mostPerSecond()).isPositive();
        assertThat(result.load().p50Millis())
                .isPositive()
                .isLessThanOrEqualTo(result.load().p99Millis());
        assertThat(result.sentence())
                .matches(
                        "this machine carries [\\d,]+ of the plan's requests a second \\(3 threads flat out for [\\d.]+ s,"
                                + " .*\\); when nothing is slow, .* p50 [\\d,]+ us, p99 [\\d,]+ us, p99\\.9 [\\d,]+ us, max .*"
                                + "; it still got faster when half of the time was over: calibrate longer");
    }

    private static IfController when(String variable, String value) {
        IfController choice = new IfController();
        choice.setUseExpression(true);
        choice.setCondition("${__groovy(\"" + variable + "\" == \"" + value + "\")}");
        return choice;
    }

    private CalibrationResult calibrate(Map<String, String> variables, int seconds) {
        return Calibration.of(tree.root(), variables, seconds, () -> false).run();
    }

    @Test
    void shouldSayWhatIsMissingWhenMessagesNeedWhatIsNotThere() {
        group.tree().add(Elements.request("purchase", "0 0200\n2 ${PAN}\n11 000001"));

        long begin = System.nanoTime();

        assertThatThrownBy(() -> calibrate(Map.of(), 600))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'purchase' ")
                .hasMessageContaining("${PAN}");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    @Test
    void shouldCountWhatDoesNotSucceedWhenTheHostApprovesAndThePlanExpectsADecline() {
        group.tree().add(request("51"));

        assertThat(calibrate(Map.of(), 1).warning())
                .hasValueSatisfying(
                        words -> assertThat(words)
                                .matches(
                                        "[\\d,]+ of the calibration's requests did not succeed, .*; the first: 'purchase' 00: .*"));
    }

    private static Iso8583Request request(String successCodes) {
        Iso8583Request request = Elements.request("purchase", "0 0200\n4 1000\n11 ${__isoStan()}");
        request.set(Iso8583RequestSchema.INSTANCE.successCodes, successCodes);
        return request;
    }

    @Test
    void shouldEndAtOnceWhenItIsStopped() {
        group.tree().add(request("approved"));
        AtomicInteger asked = new AtomicInteger();
        Calibration calibration = Calibration.of(tree.root(), Map.of(), 600, () -> asked.incrementAndGet() > 5);

        assertThatThrownBy(calibration::run).isInstanceOf(CancellationException.class);
    }

    @Test
    void shouldRefuseWhenThePlanRepeatsNoRequest() {
        OnceOnlyController once = new OnceOnlyController();
        group.tree().add(once).add(request("approved"));
        SetupThreadGroup setUp = new SetupThreadGroup();
        tree.plan().add(setUp).add(request("approved"));

        assertThatThrownBy(() -> calibrate(Map.of(), 1))
                .hasMessage("no thread group of the plan repeats an ISO 8583 Request");
    }

    @Test
    void shouldSaySoWhenNoConditionOfThePlanIsTrue() {
        group.tree().add(when("1", "2")).add(request("approved"));

        assertThatThrownBy(() -> calibrate(Map.of(), 600))
                .hasMessage(
                        "'terminals' sends nothing: all its requests are in If Controllers, and no condition of theirs"
                                + " is true");
    }

    @Test
    void shouldRefuseWhenARequestHasNoConnection() {
        tree.group("others", 1, 1).tree().add(request("approved"));

        assertThatThrownBy(() -> calibrate(Map.of(), 1))
                .hasMessage("there is no ISO 8583 Connection in the scope of 'purchase'");
    }

    @Test
    void shouldNameTheExtractorWhenItCannotDoWhatItsPropertiesSay() {
        Iso8583FieldExtractor extractor = new Iso8583FieldExtractor();
        extractor.setName("codes");
        extractor.set(Iso8583FieldExtractorSchema.INSTANCE.variables, "39");
        group.tree().add(request("approved")).add(extractor);

        assertThatThrownBy(() -> calibrate(Map.of(), 600))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'codes': ");
    }

    @Test
    void shouldNameTheConnectionWhenItsSettingsCannotBeUsed() {
        connection.set(CONNECTION.framing, "binary9");
        group.tree().add(request("approved"));

        assertThatThrownBy(() -> calibrate(Map.of(), 1)).hasMessageStartingWith("'switch': ");
    }
}
