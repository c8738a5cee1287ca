package io.github.isostress.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.Variables;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.FormulaText;
import io.github.isostress.message.value.LinePlace;
import io.github.isostress.message.value.MessageContext;
import java.util.HexFormat;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;

/** Messages that are filled with the keys of published examples. */
final class Filled {
    private static final Keys KEYS = Keys.NONE
            .with(key("IMK", KeyUse.IMK_AC, CipherAlgorithm.TDES, "0123456789ABCDEFFEDCBA9876543210"))
            .with(key("CVK", KeyUse.CVK, CipherAlgorithm.TDES, "99999999999999998888888888888888"))
            .with(key("PVK", KeyUse.PVK, CipherAlgorithm.TDES, "0123456789ABCDEFFEDCBA9876543210"))
            .with(key("IMK-CVC3", KeyUse.IMK_AC, CipherAlgorithm.TDES, "01234567899876543210012345678998"))
            .with(key("ZPK", KeyUse.PIN, CipherAlgorithm.TDES, "0123456789ABCDEFFEDCBA9876543210"))
            .with(key("AES-ZPK", KeyUse.PIN, CipherAlgorithm.AES, "00112233445566778899AABBCCDDEEFF"))
            .with(key("DEK", KeyUse.DATA, CipherAlgorithm.TDES, "0123456789ABCDEFFEDCBA9876543210"))
            .with(key("MAK", KeyUse.MAC, CipherAlgorithm.TDES, "0123456789ABCDEFFEDCBA9876543210"))
            .with(key("DES-MAK", KeyUse.MAC, CipherAlgorithm.TDES, "0123456789ABCDEF"))
            .with(key("AES-MAK", KeyUse.MAC, CipherAlgorithm.AES, "2B7E151628AED2A6ABF7158809CF4F3C"))
            .with(key("BDK", KeyUse.BDK_TDES, CipherAlgorithm.TDES, "0123456789ABCDEFFEDCBA9876543210"))
            .with(key("AES-BDK", KeyUse.BDK_AES, CipherAlgorithm.AES, "FEDCBA9876543210F1F1F1F1F1F1F1F1"));

    static final MessageContext CONTEXT = new MessageContext(KEYS, new Counters());

    /** Another key of the name MAK. */
    static final NamedKey OTHER_MAK = key("MAK", KeyUse.MAC, CipherAlgorithm.TDES, "FEDCBA98765432100123456789ABCDEF");

    private Filled() {}

    /** The same keys, but no counter has begun. */
    static MessageContext contextWith(Counters counters) {
        return new MessageContext(KEYS, counters);
    }

    private static NamedKey key(String name, KeyUse use, CipherAlgorithm algorithm, String hex) {
        return new NamedKey(name, use, algorithm.key(HexFormat.of().parseHex(hex)));
    }

    static byte[] message(IsoPackager packager, String... lines) throws FailureException {
        return Messages.template(packager, new Variables(), lines).fill(CONTEXT).bytes();
    }

    /** The value of an element of a message that is filled and read back. */
    static String value(IsoPackager packager, String path, String... lines) throws FailureException {
        return Messages.value(Messages.decode(packager, message(packager, lines)), path);
    }

    /** The sentence with which the message is refused. */
    static AbstractStringAssert<?> assertThatRefusalOf(IsoPackager packager, String... lines) {
        FailureException refusal = catchThrowableOfType(FailureException.class, () -> message(packager, lines));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.failure()).isEqualTo(Failure.TEMPLATE_ERROR);
        return assertThat(refusal.getMessage());
    }

    /** What is wrong with the value that a formula gives, in a message that was read. */
    static Optional<String> recomputed(IsoPackager packager, byte[] message, String line) throws FailureException {
        int sign = line.indexOf(":=");
        ElementPath path = ElementPath.parse(line.substring(0, sign));
        Formula formula = FormulaCatalogue.compile(
                FormulaText.parse(line.substring(sign + 2)), path, LinePlace.only(1), Expression.Compiler.LITERAL);
        DecodedMessage decoded = Messages.decode(packager, message);
        return formula.begin()
                .mismatch(
                        new DecodedInputs(CONTEXT, decoded, null),
                        decoded.value(path).orElseThrow());
    }
}
