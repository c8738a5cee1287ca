package io.github.isostress.jmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is a request and what belongs to a connection, by label and code. */
class RunFiguresTest {
    private final RunFigures figures = new RunFigures();

    private void add(String label, String code, boolean successful) {
        figures.add(new JtlSample(1_000, 2, label, code, "a message", successful));
    }

    @Test
    void shouldCountWhatAConnectionDoesByItselfWhenItHasItsName() {
        add("switch connect", "CONNECTED", true);
        add("switch connect", "RESUMED", true);
        add("switch connect", "CONNECTION_REFUSED", false);
        add("switch sign-on", "00", true);
        add("switch late", "LATE_RESPONSE", false);
        add("purchase", "00", true);
        add("purchase", "CLOSED_BY_HOST", false);

        assertThat(figures.toString())
                .contains("2 sent, 1 succeeded, 1 failed")
                .contains("2 opened (1 with a resumed TLS session), 1 not opened, 1 lost")
                .contains("1 x sign-on", "1 x late");
    }

    @Test
    void shouldCountARequestWhenItIsOnlyCalledLikeAConnectionsSample() {
        add("switch connect", "CONNECTED", true);
        add("balance echo", "00", true);
        add("balance connect", "00", true);

        assertThat(figures.toString()).contains("2 sent, 2 succeeded, 0 failed");
    }
}
