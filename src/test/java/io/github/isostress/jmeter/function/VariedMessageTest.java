package io.github.isostress.jmeter.function;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.draft.TemplateDraft;
import io.github.isostress.draft.VariedTemplate;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message that was made to vary, as JMeter's functions fill it. */
@ExtendWith(JMeterEnvironment.class)
class VariedMessageTest {
    private static final List<Integer> VARIED = List.of(4, 7, 11, 12, 13, 37);

    @ParameterizedTest
    @CsvSource({
        "iso87ascii, 0200, 213000",
        "iso87binary, 0200, 213000",
        "iso93ascii, 1200, 261121213000",
        "iso93binary, 1200, 261121213000",
        "cmf, 2200, 20261121213000"
    })
    void shouldHaveTheLengthsOfTheOneThatWasCaptured(String name, String mti, String time) throws Exception {
        IsoPackager packager = Packagers.builtIn(name);
        String[] lines = {
            "0 " + mti,
            "2 9999990000000015",
            "3 000000",
            "4 000000012345",
            "7 1121203000",
            "11 000042",
            "12 " + time,
            "37 632521000042",
            "41 TERM0001"
        };
        byte[] captured = message(packager, lines);

        for (String template : List.of("hex " + hex(captured) + "\n", String.join("\n", lines) + "\n")) {
            DecodedMessage first = decode(packager, filled(varied(template, packager), packager));
            DecodedMessage second = decode(packager, filled(varied(template, packager), packager));

            assertThat(first.bytes()).hasSameSizeAs(captured);
            assertThat(first.elements()).isEqualTo(decode(packager, captured).elements());
            assertThat(differing(first, decode(packager, captured)))
                    .isSubsetOf(VARIED)
                    .contains(11, 37);
            assertThat(differing(first, second)).isSubsetOf(VARIED).contains(11, 37);
        }
    }

    private static String varied(String template, IsoPackager packager) {
        return VariedTemplate.of(TemplateDraft.of(template), Optional.of(packager), Set.of())
                .edit()
                .applyTo(template);
    }

    private static byte[] filled(String template, IsoPackager packager) throws Exception {
        return MessageTemplate.compile(template, Optional.of(packager), JMeterExpressions.INSTANCE)
                .fill()
                .bytes();
    }

    private static List<Integer> differing(DecodedMessage one, DecodedMessage other) {
        return one.elements().stream()
                .filter(element -> !one.hasSameBytes(element, other))
                .toList();
    }
}
