package io.github.isostress.it.verdict;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run names what its load generator had too little of, whatever else the machine does. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(JMeterEnvironment.class)
class ShortageVerdictIT {
    @TempDir
    Path folder;

    static Stream<Arguments> shortages() {
        return VerdictRounds.of(Provocation::isNamedBesidesOtherWork);
    }

    @ParameterizedTest(name = "{0}, round {1}")
    @MethodSource("shortages")
    void shouldNameWhatIsShortWhenItIsProvoked(Provocation shortage, int round) throws Exception {
        assumeTrue(
                shortage != Provocation.FULL_DISK || mayMount(),
                "no disk can be filled here: this user may not mount one of its own");

        JudgedRun.assertNamed(shortage, folder);
    }

    private static boolean mayMount() throws Exception {
        return new ProcessBuilder("unshare", "--map-root-user", "--mount", "true")
                        .start()
                        .waitFor()
                == 0;
    }
}
