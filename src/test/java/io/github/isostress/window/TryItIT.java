package io.github.isostress.window;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Await;
import io.github.isostress.support.JposHost;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import org.jpos.iso.channel.NACChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One message is sent from the panel, outside any test. */
@WindowTest
class TryItIT {
    @ParameterizedTest
    @EnumSource
    void shouldShowTheAnswerInWordsWhenTheHostApproves(Look look, JMeterGui jmeter) {
        try (EmbeddedHost host = TestHosts.plain("binary2", "iso87ascii")) {
            Pane attempt = attempt(jmeter, host.port());
            Edt.run(() -> {
                Menus.zoomIn(1);
                Menus.zoomOut(1);
            });

            attempt.button("Try it").press();

            attempt.awaitWords("Ended.", "success", "Approved")
                    .awaitInSight("Request, ")
                    .awaitInSight("Response, ");
            jmeter.picture("request-try-it-approved");
        }
    }

    @Test
    void shouldShowTheAnswerWhenJposServerGivesIt(JMeterGui jmeter) throws IOException {
        try (JposHost host = new JposHost(new NACChannel(Packagers.builtIn("iso87ascii"), null))) {
            Pane attempt = attempt(jmeter, host.port());

            attempt.button("Try it").press();

            attempt.awaitWords("Ended.", "success", "Approved");
        }
    }

    @Test
    void shouldSayWhyWhenNobodyListens(JMeterGui jmeter) {
        EmbeddedHost gone = TestHosts.plain("binary2", "iso87ascii");
        gone.close();
        Pane attempt = attempt(jmeter, gone.port());

        attempt.button("Try it").press();

        attempt.awaitWords("Ended.", "failure", "refused");
        jmeter.picture("request-try-it-refused");
    }

    @Test
    void shouldEndAtOnceWhenItIsCancelled(JMeterGui jmeter) {
        try (EmbeddedHost silent = TestHosts.ruled("binary2", "iso87ascii", "always : no answer")) {
            Pane attempt = attempt(jmeter, silent.port());

            attempt.button("Try it").press();
            Await.until("the host has the request", () -> silent.record().requestsReceived() == 1);
            attempt.button("Cancel").press();

            attempt.awaitWords("Ended.");
        }
    }

    private static Pane attempt(JMeterGui jmeter, int port) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.CONNECTION).tab("Host and messages").field("Port").type(String.valueOf(port));
        return jmeter.select(Plans.REQUEST).tab("Try it");
    }
}
