package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan from the menus to its run. */
@WindowTest
class PlanIT {
    private static final String HOST_PAGE = "Host and messages";

    @Test
    void shouldOfferAPurchaseWhenARequestIsAddedFromTheMenu(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.THREADS);

        Pane request = jmeter.add("Add", "Sampler", "ISO 8583 Request").tab("Message");

        request.awaitWords("# A purchase", "0   0200", "11  ${__isoStan()}");
    }

    @Test
    void shouldAskForAHostWhenAConnectionIsAddedFromTheMenu(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.THREADS);

        Pane connection =
                jmeter.add("Add", "Config Element", "ISO 8583 Connection").tab(HOST_PAGE);

        assertThat(connection.field("Framing").text()).isEqualTo("binary2");
        assertThat(connection.field("Port").text()).isEmpty();
    }

    @Test
    void shouldKeepWhatWasTypedWhenThePlanIsSavedAndOpenedAgain(JMeterGui jmeter) throws IOException {
        Path plan = Files.createTempDirectory("plan").resolve("typed.jmx");
        jmeter.open(Plans.STRESS);
        port(jmeter).type("${__P(port,5000)}");

        jmeter.save(plan);
        jmeter.open(Plans.STRESS);
        String before = port(jmeter).text();
        jmeter.open(plan);
        String after = port(jmeter).text();

        assertThat(before).contains("iso8583.host.port");
        assertThat(after).isEqualTo("${__P(port,5000)}");
    }

    @Test
    void shouldShowAnsweredRequestsWhenThePlanIsRunInTheWindow(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.PLAN);
        Pane results = jmeter.add("Add", "Listener", "View Results Tree");

        jmeter.start();
        results.awaitWords("host connect", Plans.REQUEST);
        jmeter.stop();
    }

    @Test
    void shouldStayAsItWasWhenItIsOnlyLookedAt(JMeterGui jmeter) throws IOException {
        Path plan = Files.createTempDirectory("plan").resolve("seen.jmx");
        jmeter.open(Plans.STRESS);
        lookAtAll(jmeter);
        jmeter.save(plan);
        String before = Files.readString(plan);

        jmeter.open(plan);
        lookAtAll(jmeter);
        jmeter.save(plan);

        assertThat(plan).hasContent(before);
    }

    private static void lookAtAll(JMeterGui jmeter) {
        List.of(Plans.HOST, Plans.CONNECTION, Plans.REQUEST, Plans.PLAN).forEach(jmeter::select);
    }

    private static Control port(JMeterGui jmeter) {
        return jmeter.select(Plans.CONNECTION).tab(HOST_PAGE).field("Port");
    }
}
