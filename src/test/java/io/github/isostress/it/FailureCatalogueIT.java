package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every failure code in one run of JMeter, each in its own thread group: its samples have code and sentence, the next
 * sample works, and no output shows a secret.
 */
@ExtendWith(JMeterEnvironment.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("alone")
class FailureCatalogueIT {
    /** Late and doubled answers fail no request. */
    private static final Set<Failure> OF_NO_REQUEST = EnumSet.of(Failure.LATE_RESPONSE, Failure.DUPLICATE_RESPONSE);

    private CatalogueRun catalogue;

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        catalogue = new CatalogueRun(folder);
    }

    @AfterAll
    void close() throws Exception {
        catalogue.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL_ERROR")
    void shouldBeAResultOfItsOwnWhenItHappens(Failure failure) {
        List<Jtl.Sample> failed = catalogue.samples(failure).stream()
                .filter(sample -> !sample.successful() && !isRequestOfALateAnswer(failure, sample))
                .toList();

        assertThat(failed).hasSize(catalogue.expected(failure)).allSatisfy(sample -> {
            assertThat(sample.code()).isEqualTo(failure.name());
            assertThat(sample.message()).isEqualTo(failure.sentence());
            assertThat(sample.response()).isNotBlank().doesNotContain("Exception:", "\tat ");
        });
    }

    private static boolean isRequestOfALateAnswer(Failure failure, Jtl.Sample sample) {
        return failure == Failure.LATE_RESPONSE && sample.code().equals(Failure.RESPONSE_TIMEOUT.name());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL_ERROR")
    void shouldGoOnWhenItHasHappened(Failure failure) {
        List<Jtl.Sample> requests = catalogue.samples(failure).stream()
                .filter(sample -> Set.of("purchase", "works").contains(sample.label())
                        || !sample.successful() && !OF_NO_REQUEST.contains(failure))
                .toList();

        assertThat(requests).hasSizeGreaterThan(1);
        for (int i = 0; i < requests.size() - 1; i++) {
            assertThat(requests.get(i).successful() || requests.get(i + 1).successful())
                    .as("one of samples %d and %d works", i, i + 1)
                    .isTrue();
        }
        assertThat(requests).anyMatch(Jtl.Sample::successful);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL_ERROR")
    void shouldHaveItsFirstParticularsInTheLogWhenItHappens(Failure failure) {
        assertThat(LoggedFailures.reasons(catalogue.log()))
                .filteredOn(reason -> reason.code().equals(failure.name()))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(reason -> reason.words().startsWith(failure.sentence() + ". "))
                .allMatch(reason -> reason.words().length() > failure.sentence().length() + 10);
    }

    @Test
    void shouldCountInTheLogWhatTheResultsHaveWhenTheRunEnds() {
        assertThat(LoggedFailures.counts(catalogue.log())).isEqualTo(LoggedFailures.in(catalogue.samples()));
    }

    @Test
    void shouldShowNoSecretAnywhereWhenEverythingHasFailed() throws Exception {
        for (String text : catalogue.everythingWritten()) {
            assertThat(text).doesNotContain(catalogue.secrets());
        }
    }

    @Test
    void shouldLogNoStackTraceWhenEverythingHasFailed() {
        assertThat(catalogue.log()).doesNotContain("\tat ");
    }
}
