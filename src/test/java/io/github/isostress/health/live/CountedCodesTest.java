package io.github.isostress.health.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.health.Result;
import org.junit.jupiter.api.Test;

/** The codes of requests, and those of what connections do besides. */
class CountedCodesTest {
    private final LiveFigures figures = new LiveFigures(() -> 1);

    @Test
    void shouldShowACodeOnceWhenRequestsAndConnectionsHaveIt() {
        figures.addRequest(Result.FAILED, "RESPONSE_TIMEOUT", 1, 1, LiveFigures.NO_LAG);
        figures.addCode(Result.FAILED, "RESPONSE_TIMEOUT");
        figures.addCode(Result.DECLINED, "RESPONSE_TIMEOUT");

        LiveView seen = figures.seen(1_000);

        assertThat(seen.codes())
                .containsExactly(
                        new CountedCode(Result.DECLINED, "RESPONSE_TIMEOUT", 1),
                        new CountedCode(Result.FAILED, "RESPONSE_TIMEOUT", 2));
        assertThat(seen.count(Result.FAILED)).isEqualTo(1);
        assertThat(seen.count(Result.DECLINED)).isZero();
    }
}
