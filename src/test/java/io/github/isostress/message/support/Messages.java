package io.github.isostress.message.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.template.MessageTemplate;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;

/** What most tests of this package begin with: a template's lines in, bytes or a refusal out, and back. */
public final class Messages {
    private Messages() {}

    public static MessageTemplate template(IsoPackager packager, Variables variables, String... lines)
            throws FailureException {
        return MessageTemplate.compile(String.join("\n", lines), Optional.ofNullable(packager), variables);
    }

    /** The message that a template without variables gives. */
    public static byte[] message(IsoPackager packager, String... lines) throws FailureException {
        return template(packager, new Variables(), lines).fill().bytes();
    }

    public static String text(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1);
    }

    public static String hex(byte[] message) {
        return HexFormat.of().withUpperCase().formatHex(message);
    }

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    public static DecodedMessage decode(IsoPackager packager, byte[] message) throws FailureException {
        return new MessageDecoder(packager).decode(message);
    }

    public static String value(DecodedMessage message, String path) {
        return message.value(ElementPath.parse(path)).orElse(null);
    }

    /** The sentence with which a template is refused, as it is compiled or, at the latest, filled. */
    public static AbstractStringAssert<?> assertThatRefusalOf(
            IsoPackager packager, Variables variables, String... lines) {
        FailureException refusal = catchThrowableOfType(
                FailureException.class,
                () -> template(packager, variables, lines).fill().bytes());
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.failure()).isEqualTo(Failure.TEMPLATE_ERROR);
        return assertThat(refusal.getMessage());
    }

    public static AbstractStringAssert<?> assertThatRefusalOf(IsoPackager packager, String... lines) {
        return assertThatRefusalOf(packager, new Variables(), lines);
    }
}
