package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.jmeter.JMeterEnvironment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every failure code in one run of JMeter for each shape of connection, each in its own thread group: its samples have
 * code and sentence, the next sample works, and no output shows a secret.
 */
@ExtendWith(JMeterEnvironment.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@EnumSource(Shape.class)
@Tag("alone")
class FailureCatalogueIT {
    /** Late and doubled answers fail no request. */
    private static final Set<Failure> OF_NO_REQUEST = EnumSet.of(Failure.LATE_RESPONSE, Failure.DUPLICATE_RESPONSE);

    @Parameter
    Shape shape;

    private CatalogueRun catalogue;

    @BeforeParameterizedClassInvocation(injectArguments = false)
    void run(@TempDir Path folder) throws Exception {
        catalogue = new CatalogueRun(folder, shape);
    }

    @AfterParameterizedClassInvocation(injectArguments = false)
    void close() throws Exception {
        catalogue.close();
    }

    Stream<Failure> failures() {
        return Arrays.stream(Failure.values())
                .filter(failure -> failure != Failure.INTERNAL_ERROR)
                .filter(shape::shows);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldBeAResultOfItsOwnWhenItHappens(Failure failure) {
        List<Jtl.Sample> failed = catalogue.samples(failure).stream()
                .filter(sample -> !sample.successful() && !accompanies(failure, sample))
                .toList();

        assertThat(failed).hasSizeBetween(least(failure), most(failure)).allSatisfy(sample -> {
            assertThat(sample.code()).isEqualTo(failure.name());
            assertThat(sample.message()).isEqualTo(failure.sentence());
            assertThat(sample.response()).isNotBlank().doesNotContain("Exception:", "\tat ");
        });
    }

    /** A sample whose write has failed stands for one that was told why. */
    private int least(Failure failure) {
        long accompanying = catalogue.samples(failure).stream()
                .filter(sample -> accompanies(failure, sample))
                .count();
        return isOfClientCertificate(failure)
                ? Math.max(1, catalogue.expected(failure) - (int) accompanying)
                : catalogue.expected(failure);
    }

    /** A shared connection is tried again while nobody waits, and its order is lost for all. */
    private int most(Failure failure) {
        return shape.isShared() ? Integer.MAX_VALUE : catalogue.expected(failure);
    }

    /** In TLS 1.3 the host tells of it when we write already: a write may fail before the alert has been read. */
    private static boolean isOfClientCertificate(Failure failure) {
        return failure == Failure.TLS_CLIENT_CERTIFICATE_REQUIRED || failure == Failure.TLS_CLIENT_CERTIFICATE_REJECTED;
    }

    /** What the failure brings about in other samples. */
    private boolean accompanies(Failure failure, Jtl.Sample sample) {
        if (sample.code().equals(failure.name())) {
            return false;
        }
        return shape.isShared() && Set.of("RESPONSE_TIMEOUT", "UNMATCHED_FRAME").contains(sample.code())
                || shape.isShared()
                        && isOfClientCertificate(failure)
                        && sample.code().equals("SEND_FAILED")
                || failure == Failure.LATE_RESPONSE && sample.code().equals(Failure.RESPONSE_TIMEOUT.name());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void shouldGoOnWhenItHasHappened(Failure failure) {
        List<Jtl.Sample> requests = catalogue.samples(failure).stream()
                .filter(sample -> Set.of("purchase", "works").contains(sample.label())
                        || !shape.isShared() && !sample.successful() && !OF_NO_REQUEST.contains(failure))
                .toList();

        assertThat(requests).hasSizeGreaterThan(1);
        // All that are under way lose their order at once.
        for (int i = 0; i < requests.size() - 1 && failure != Failure.ORDER_LOST; i++) {
            assertThat(requests.get(i).successful() || requests.get(i + 1).successful())
                    .as("one of samples %d and %d works, of %s", i, i + 1, requests)
                    .isTrue();
        }
        assertThat(requests).anyMatch(Jtl.Sample::successful);
    }

    @ParameterizedTest
    @MethodSource("failures")
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
