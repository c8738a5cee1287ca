package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static io.github.isostress.message.support.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages encoded by hand, by {@code golden/make_golden.py}: neither our code nor jPOS had a part in them. */
class GoldenMessagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @ValueSource(
            strings = {"iso87ascii-purchase", "iso87binary-purchase", "iso93binary-authorisation", "iso87ascii-network"
            })
    void shouldGiveTheGoldenBytesWhenTemplateIsFilled(String name) throws Exception {
        assertThat(hex(message(packager(name), template(name)))).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iso87ascii-purchase", "iso87binary-purchase", "iso93binary-authorisation", "iso87ascii-network"
            })
    void shouldGiveTheValuesBackWhenGoldenBytesAreDecoded(String name) throws Exception {
        DecodedMessage message = decode(packager(name), Messages.bytes(golden(name)));

        for (TemplateLine line : TemplateText.parse(template(name)).lines()) {
            assertThat(message.value(line.path())).as("element %s", line.path()).hasValue(line.value());
        }
    }

    private static IsoPackager packager(String name) {
        return Packagers.builtIn(StringUtils.substringBefore(name, "-"));
    }

    private static String template(String name) throws IOException {
        return Files.readString(GOLDEN.resolve(name + ".template"));
    }

    private static String golden(String name) throws IOException {
        StringBuilder hex = new StringBuilder();
        for (String line : Files.readAllLines(GOLDEN.resolve(name + ".hex"))) {
            hex.append(StringUtils.substringBefore(line, "#").strip());
        }
        return hex.toString();
    }
}
