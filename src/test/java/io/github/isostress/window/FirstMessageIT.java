package io.github.isostress.window;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "First message in five minutes", as the README has it: from an empty plan to a load. */
@WindowTest
class FirstMessageIT {
    private static final String PLAN = "Test Plan";

    @ParameterizedTest
    @EnumSource
    void shouldSendAMessageAndThenALoadWhenTheReadmeIsFollowed(Look look, JMeterGui jmeter) throws IOException {
        jmeter.begin();

        startHost(jmeter);
        connect(jmeter);
        tryMessage(jmeter);
        makeItALoad(jmeter);
    }

    private static void startHost(JMeterGui jmeter) {
        Pane host = jmeter.add("Add", "Config Element", "ISO 8583 Host");
        host.button("Start now").press();
        host.awaitInSight("Rehearsal: listens on");
        jmeter.picture("first-host");
    }

    private static void connect(JMeterGui jmeter) {
        jmeter.select(PLAN);
        Pane connection = jmeter.add("Add", "Config Element", "ISO 8583 Connection");
        Pane attempt = connection.tab("Test connection");
        attempt.button("Test connection").press();
        attempt.awaitWords("Ended.", "CONNECTED");
        jmeter.picture("first-connection");
    }

    private static void tryMessage(JMeterGui jmeter) {
        jmeter.select(PLAN);
        jmeter.add("Add", "Threads (Users)", "Thread Group");
        Pane request = jmeter.add("Add", "Sampler", "ISO 8583 Request");
        request.tab("Message").awaitWords("# A purchase");
        jmeter.picture("first-request");
        Pane attempt = request.tab("Try it");
        attempt.button("Try it").press();
        attempt.awaitWords("Ended.", "success", "Approved");
        jmeter.picture("first-answer");
    }

    private static void makeItALoad(JMeterGui jmeter) throws IOException {
        Pane threads = jmeter.select("Thread Group");
        threads.button("Infinite").press();
        Pane timer = jmeter.add("Add", "Timer", "ISO 8583 Rate Timer");
        timer.field("Requests a second").type("20");
        jmeter.select(PLAN);
        Pane results = jmeter.add("Add", "Listener", "View Results Tree");
        jmeter.save(Files.createTempDirectory("first").resolve("first.jmx"));

        jmeter.start();
        results.awaitWords("ISO 8583 Connection connect", "ISO 8583 Request");
        jmeter.stop();
    }
}
