package io.github.isostress.it.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess.Started;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.support.TestHosts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run names what took the machine from its load generator, and is VALID when nothing was wrong. */
@Tag("alone")
@EnabledOnOs(OS.LINUX)
@ExtendWith(JMeterEnvironment.class)
class ProvokedVerdictIT {
    static final String BUSY = "this machine is busy with other work, which the verdict would rightly name";
    private static final int CLEAN_LOOPS = 200;

    @TempDir
    Path folder;

    static Stream<Arguments> provocations() {
        return VerdictRounds.of(provocation -> !provocation.isNamedBesidesOtherWork());
    }

    static Stream<Integer> rounds() {
        return VerdictRounds.of("verdict.clean");
    }

    @ParameterizedTest(name = "{0}, round {1}")
    @MethodSource("provocations")
    void shouldNameWhatIsWrongWhenItIsProvoked(Provocation provocation, int round) throws Exception {
        assumeTrue(!provocation.needsIdleMachine() || IdleMachine.comes(), BUSY);

        JudgedRun.assertNamed(provocation, folder);
    }

    @ParameterizedTest(name = "clean, round {0}")
    @MethodSource("rounds")
    void shouldBeValidWhenNothingIsWrong(int round) throws Exception {
        assumeTrue(IdleMachine.comes(), BUSY);
        try (EmbeddedHost host = TestHosts.approving();
                Started started = JudgedRun.of(new JudgedPlan(host.port(), 4, CLEAN_LOOPS, 200), folder)
                        .start()) {
            JudgedRun.awaitFirstRequest(started);
            try (Hiccups hiccups = new Hiccups()) {
                List<String> verdict = JudgedRun.verdict(started);
                assumeTrue(verdict.get(0).startsWith("VALID") || !hiccups.areSeen(), BUSY);
                assertThat(verdict)
                        .as("round %d", round)
                        .singleElement()
                        .asString()
                        .startsWith("VALID");
            }
        }
    }
}
