package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.message.support.FailingField;
import io.github.isostress.message.support.LargeAnswer;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a host sends ends a thread: every request has its sample, with the bytes that came. */
@ExtendWith(JMeterEnvironment.class)
class NoThreadEndsTest {
    private static final Iso8583RequestSchema SCHEMA = Iso8583RequestSchema.INSTANCE;
    private static final Path FAILING =
            Path.of("src/test/resources/packagers/failing.xml").toAbsolutePath();
    private static final String REQUEST = "0 0800\n11 000001";
    private static final int REQUEST_FRAME = 2 + 4 + 8 + 6;
    private static final int MOST_CHARACTERS_A_BYTE = 20;
    private static final String SECRET = "4761739001010119";

    private static byte[] framed(byte[] message) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(message.length >> 8);
        frame.write(message.length);
        frame.writeBytes(message);
        return frame.toByteArray();
    }

    /** The samples of a plan whose host answers one request on each connection. */
    private static List<SampleResult> run(
            Path packager, List<byte[]> answers, Consumer<Iso8583Request> settings, Object... elements)
            throws Exception {
        List<List<Step>> scripts = answers.stream()
                .map(answer -> List.of(Step.read(REQUEST_FRAME), Step.send(answer), Step.staySilent()))
                .toList();
        try (ScriptedPeer host = ScriptedPeer.playingInTurn(scripts)) {
            SmallPlan plan = new SmallPlan(1, answers.size());
            Iso8583Connection connection = connection("switch", String.valueOf(host.port()));
            connection.set(Iso8583ConnectionSchema.INSTANCE.packager, packager.toString());
            connection.set(Iso8583ConnectionSchema.INSTANCE.keep, "sample");
            plan.group().add(connection);
            Iso8583Request request = request("echo", REQUEST, 60_000);
            request.set(SCHEMA.responseDetail, "full");
            settings.accept(request);
            HashTree below = plan.group().add(request);
            for (Object element : elements) {
                below.add(element);
            }
            return plan.run();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "99"})
    void shouldHaveASampleInProportionForEveryAnswerWhateverItIs(String successCodes) throws Exception {
        List<byte[]> answers = Arrays.stream(LargeAnswer.values())
                .filter(answer -> answer != LargeAnswer.NESTED_TEMPLATES_BEHIND_A_PART)
                .map(answer -> framed(answer.message()))
                .toList();

        List<SampleResult> samples = labelled(
                run(LargeAnswer.packagerFile(), answers, request -> request.set(SCHEMA.successCodes, successCodes)),
                "echo");

        assertThat(samples).hasSize(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            SampleResult sample = samples.get(i);
            assertThat(sample.getResponseCode()).isNotEqualTo("INTERNAL_ERROR");
            assertThat(sample.getBytesAsLong()).isEqualTo(answers.get(i).length);
            assertThat(sample.getResponseData().length).isLessThan(MOST_CHARACTERS_A_BYTE * answers.get(i).length);
        }
    }

    @Test
    void shouldSayThatPartsAreNestedTooDeepWhenJposItselfCannotReadThem() throws Exception {
        byte[] answer = framed(LargeAnswer.NESTED_TEMPLATES_BEHIND_A_PART.message());

        SampleResult sample =
                run(LargeAnswer.packagerFile(), List.of(answer), request -> {}).get(1);

        assertThat(sample.getResponseCode()).isEqualTo("UNPACK_ERROR");
        assertThat(sample.getResponseDataAsString()).contains("Response, " + answer.length + " bytes");
    }

    /** An answer on which a user's own packager class fails. */
    private static byte[] failing(String mti, String value) {
        String text = mti + "????????" + "000001" + "00" + "\u0012\u0034\u0056\u0078\u0012\u0034\u0056\u0078"
                + "%03d".formatted(value.length()) + value;
        byte[] message = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bitmap = {0, 0x20, 0, 0, 2, 0, 0x10, 0x10};
        System.arraycopy(bitmap, 0, message, 4, bitmap.length);
        return framed(message);
    }

    private static void assertTellsBytesAlone(SampleResult sample, String heading) {
        assertThat(sample.isSuccessful()).isFalse();
        assertThat(sample.getResponseCode()).isEqualTo("INTERNAL_ERROR");
        assertThat(sample.getResponseDataAsString())
                .contains(heading, "0000  00 ")
                .doesNotContain(SECRET, "12 34 56 78");
    }

    @ParameterizedTest
    @ValueSource(strings = {FailingField.UNREADABLE, FailingField.WITHOUT_VALUE})
    void shouldTellTheBytesWhenAFieldPackagerEndsInAnError(String value) throws Exception {
        byte[] answer = failing("0810", value);

        List<SampleResult> samples = labelled(run(FAILING, List.of(answer), request -> {}), "echo");

        assertThat(samples).hasSize(1);
        assertTellsBytesAlone(samples.get(0), "Response, " + answer.length + " bytes");
    }

    @Test
    void shouldTellTheBytesWhenAVariableCannotBeRead() throws Exception {
        byte[] answer = failing("0810", FailingField.WITHOUT_VALUE);

        List<SampleResult> samples =
                run(FAILING, List.of(answer), request -> request.set(SCHEMA.variables, "60=PRIVATE"));

        assertTellsBytesAlone(samples.get(1), "Response, " + answer.length + " bytes");
    }

    @Test
    void shouldTellTheBytesOfTheHostsOwnMessageWhenAFieldPackagerEndsInAnError() throws Exception {
        byte[] unasked = failing("0800", FailingField.WITHOUT_VALUE);
        byte[] answer = failing("0810", "FINE");

        List<SampleResult> samples = run(FAILING, List.of(ArrayUtils.addAll(unasked, answer)), request -> {});

        assertThat(labelled(samples, "echo")).singleElement().matches(SampleResult::isSuccessful);
        assertTellsBytesAlone(labelled(samples, "switch unsolicited").get(0), "Request, " + unasked.length + " bytes");
    }

    @Test
    void shouldSayItInTheSampleWhenAnAssertionOrAnExtractorEndsInAnError() throws Exception {
        Iso8583Assertion assertion = new Iso8583Assertion();
        assertion.set(Iso8583AssertionSchema.INSTANCE.rules, "60 equals FINE");
        Iso8583FieldExtractor extractor = new Iso8583FieldExtractor();
        extractor.set(Iso8583FieldExtractorSchema.INSTANCE.variables, "60=PRIVATE");
        byte[] answer = failing("0810", FailingField.WITHOUT_VALUE);

        List<SampleResult> samples = labelled(
                run(
                        FAILING,
                        List.of(answer, answer),
                        request -> request.set(SCHEMA.responseDetail, "failures only"),
                        assertion,
                        extractor),
                "echo");

        assertThat(samples).hasSize(2).allSatisfy(sample -> {
            assertThat(sample.isSuccessful()).isFalse();
            assertThat(sample.getAssertionResults())
                    .hasSize(2)
                    .allSatisfy(result -> assertThat(result.getFailureMessage())
                            .isEqualTo("INTERNAL_ERROR: The plugin itself has failed, jmeter.log says where: "
                                    + "java.lang.StackOverflowError"));
        });
    }
}
