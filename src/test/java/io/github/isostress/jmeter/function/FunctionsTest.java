package io.github.isostress.jmeter.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.functions.Function;
import org.apache.jmeter.functions.InvalidVariableException;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions as JMeter uses them: it finds them by name and evaluates them in compiled texts. */
@ExtendWith(JMeterEnvironment.class)
class FunctionsTest {
    private final JMeterVariables variables = new JMeterVariables();

    @BeforeEach
    void giveTheThreadVariables() {
        JMeterContextService.getContext().setVariables(variables);
    }

    @Test
    void shouldBeFoundWithADescriptionOfEachArgumentWhenJMeterLooksForFunctions() {
        assertThat(ServiceLoader.load(Function.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(IsoFunction.class::isInstance)
                        .collect(Collectors.toMap(
                                Function::getReferenceKey,
                                f -> f.getArgumentDesc().size())))
                .containsOnlyKeys(
                        "__isoStan",
                        "__isoRrn",
                        "__isoPan",
                        "__isoUtc",
                        "__isoProperty",
                        "__isoHex",
                        "__isoIfBlank",
                        "__isoPinBlock",
                        "__isoKsn",
                        "__isoKcv",
                        "__isoCvv",
                        "__isoPvv",
                        "__isoMac",
                        "__isoTrack2",
                        "__isoAgent",
                        "__isoThread")
                .containsEntry("__isoStan", 1)
                .containsEntry("__isoRrn", 1)
                .containsEntry("__isoPan", 3)
                .containsEntry("__isoUtc", 2)
                .containsEntry("__isoProperty", 4)
                .containsEntry("__isoHex", 3)
                .containsEntry("__isoIfBlank", 4)
                .containsEntry("__isoPinBlock", 5)
                .containsEntry("__isoKsn", 3)
                .containsEntry("__isoKcv", 3)
                .containsEntry("__isoCvv", 5)
                .containsEntry("__isoPvv", 5)
                .containsEntry("__isoMac", 6)
                .containsEntry("__isoTrack2", 6)
                .containsEntry("__isoAgent", 2)
                .containsEntry("__isoThread", 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${__isoStan}                      | \\d{6}
                    ${__isoStan()}                    | \\d{6}
                    ${__isoRrn()}                     | \\d{12}
                    ${__isoPan(999999,16)}            | 999999\\d{10}
                    ${__isoPan( 999999 , 19 )}        | 999999\\d{13}
                    ${__isoUtc(MMddHHmmss)}           | \\d{10}
                    ${__isoUtc(yyyy)}-${__isoStan()}  | \\d{4}-\\d{6}
                    ${__isoHex(Ada,0)}                | 416461
                    ${__isoHex(Ada,1)}                | 03416461
                    ${__isoHex(Löwe,4)}               | 000000044CF67765
                    ${__isoHex(,2)}                   | 0000
                    """)
    void shouldGiveAValueWhenEvaluated(String text, String pattern) throws InvalidVariableException {
        assertThat(evaluate(text)).matches(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${__isoStan(it)}", "${__isoRrn(it)}", "${__isoPan(999999,16,it)}", "${__isoUtc(HHmmss, it )}"})
    void shouldStoreItsValueWhenAVariableIsNamed(String text) throws InvalidVariableException {
        String value = evaluate(text);

        assertThat(variables.get("it")).isNotEmpty().isEqualTo(value);
    }

    @Test
    void shouldTakeItsArgumentsFromVariablesWhenTheyAreGivenSo() throws InvalidVariableException {
        variables.put("bin", "400000");
        variables.put("length", "13");

        assertThat(evaluate("${__isoPan(${bin},${length})}")).matches("400000\\d{7}");
    }

    @Test
    void shouldGiveEachNumberOnceWhenManyThreadsAsk() throws Exception {
        CompoundVariable shared = compile("${__isoStan()}");
        CompoundVariable another = compile("${__isoStan()}");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<List<String>> askOften = () -> IntStream.range(0, 500)
                    .mapToObj(i -> (i % 2 == 0 ? shared : another).execute())
                    .toList();
            List<String> numbers = pool.invokeAll(Collections.nCopies(8, askOften)).stream()
                    .flatMap(FunctionsTest::result)
                    .toList();

            assertThat(numbers).hasSize(4000).doesNotHaveDuplicates().allMatch(number -> number.matches("\\d{6}"));
        } finally {
            pool.shutdownNow();
        }
    }

    private static Stream<String> result(Future<List<String>> future) {
        try {
            return future.get().stream();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ${__isoPan(x)}             | the number of arguments of __isoPan is 1, it has to be 2 or 3
                    ${__isoPan(1,2,3,4)}       | the number of arguments of __isoPan is 4, it has to be 2 or 3
                    ${__isoStan(a,b)}          | the number of arguments of __isoStan is 2, it has to be 0 or 1
                    ${__isoUtc()}              | the number of arguments of __isoUtc is 0, it has to be 1 or 2
                    ${__isoHex(Ada,5)}         | the length that __isoHex writes has 0 to 4 bytes
                    ${__isoHex(Ω,1)}           | the text of __isoHex has a character that is none of ISO 8859-1
                    ${__isoPan(x,16)}          | the BIN of a PAN must be 1 to 12 digits
                    ${__isoPan(,16)}           | the BIN of a PAN must be 1 to 12 digits
                    ${__isoPan(999999,x)}      | the length of a PAN must be a whole number
                    ${__isoPan(999999,20)}     | the length of a PAN must be 12 to 19 and at least two more than its BIN's
                    ${__isoPan(999999999999,13)} | the length of a PAN must be 12 to 19 and at least two more than its BIN's
                    """)
    void shouldRefuseInOneSentenceWhenAnArgumentIsWrong(String text, String sentence) throws InvalidVariableException {
        CompoundVariable compiled = compile(text);

        assertThatThrownBy(compiled::execute)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{", "HH'mm"})
    void shouldRefuseWhenAPatternIsNone(String pattern) throws InvalidVariableException {
        CompoundVariable compiled = compile("${__isoUtc(" + pattern + ")}");

        assertThatThrownBy(compiled::execute)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pattern);
    }

    @Test
    void shouldGiveUniversalTimeWhenTheJvmIsElsewhere() throws InvalidVariableException {
        TimeZone home = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        try {
            LocalDateTime before = LocalDateTime.now(ZoneOffset.UTC).withNano(0);
            LocalDateTime told = LocalDateTime.parse(
                    evaluate("${__isoUtc(yyyyMMddHHmmss)}"), DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
            assertThat(told).isBetween(before, LocalDateTime.now(ZoneOffset.UTC));
        } finally {
            TimeZone.setDefault(home);
        }
    }

    private static String evaluate(String text) throws InvalidVariableException {
        return compile(text).execute();
    }

    private static CompoundVariable compile(String text) throws InvalidVariableException {
        CompoundVariable compiled = new CompoundVariable();
        compiled.setParameters(text);
        return compiled;
    }
}
