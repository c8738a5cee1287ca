package io.github.isostress.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.FormulaText;
import io.github.isostress.message.value.LinePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the PIN block of a message that was received holds the PIN of its card. */
class PinVerificationTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87binary");
    private static final String PAN = "1122334455667788";

    /** What is wrong with an element of a received message. */
    private static Optional<String> mismatch(String path, String formula, String... received) throws FailureException {
        List<String> lines = new ArrayList<>(List.of("0 0200"));
        lines.addAll(Arrays.asList(received));
        DecodedMessage message = Messages.decode(PACKAGER, Filled.message(PACKAGER, lines.toArray(String[]::new)));
        Computation computation = FormulaCatalogue.compile(
                        FormulaText.parse(formula),
                        ElementPath.parse(path),
                        LinePlace.only(1),
                        Expression.Compiler.LITERAL)
                .begin();
        return computation.mismatch(new DecodedInputs(Filled.CONTEXT, message, null), Messages.value(message, path));
    }

    @ParameterizedTest
    @CsvSource({
        "52, pinblock format=0 key=ZPK",
        "52, pinblock format=1 key=ZPK",
        "52, pinblock format=3 key=ZPK",
        "62, pinblock format=4 key=AES-ZPK",
        "52, pinblock format=0 key=BDK ksn=FFFF9876543210E00001",
        "62, pinblock format=4 key=AES-BDK ksn=123456789012345600000001"
    })
    void shouldAcceptTheBlockWhenItHoldsThePin(String path, String formula) throws FailureException {
        String line = path + ":= " + formula + " pin=4524";

        assertThat(mismatch(path, formula + " pin=4524", "2 " + PAN, line)).isEmpty();
        assertThat(mismatch(path, formula + " pin=4525", "2 " + PAN, line)).contains("it holds another PIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pvv=8523", "pvv=8523 pvki=1", "pvv=@35"})
    void shouldAcceptTheBlockWhenItsPinGivesWhatTheCardHas(String proof) throws FailureException {
        String[] received = {"35 " + PAN + "=2512101" + "18523000", "52:= pinblock format=0 key=ZPK pin=4524"};

        assertThat(mismatch("52", "pinblock format=0 key=ZPK pvk=PVK " + proof, received))
                .isEmpty();
        assertThat(mismatch(
                        "52",
                        "pinblock format=0 key=ZPK pvk=PVK " + proof,
                        received[0],
                        received[1].replace("4524", "9999")))
                .contains("it holds another PIN");
    }

    @Test
    void shouldAcceptTheBlockWhenItsPinGivesTheCardsOffset() throws FailureException {
        String offset = Filled.value(PACKAGER, "48", "0 0200", "2 " + PAN, "48:= offset key=PVK pin=4524");
        String formula = "pinblock format=0 key=ZPK pvk=PVK offset=" + offset;

        assertThat(mismatch("52", formula, "2 " + PAN, "52:= pinblock format=0 key=ZPK pin=4524"))
                .isEmpty();
        assertThat(mismatch("52", formula, "2 " + PAN, "52:= pinblock format=0 key=ZPK pin=4525"))
                .contains("it holds another PIN");
    }

    @Test
    void shouldTakeThePvvOfTheTrackWhenNoneIsGiven() throws FailureException {
        assertThat(mismatch(
                        "52",
                        "pinblock format=1 key=ZPK pvk=PVK",
                        "35 " + PAN + "=2512101" + "18523000",
                        "52:= pinblock format=1 key=ZPK pin=4524"))
                .isEmpty();
    }

    @Test
    void shouldSayWhatItIsWhenItIsNoPinBlock() throws FailureException {
        assertThat(mismatch("52", "pinblock format=0 key=ZPK pin=4524", "2 " + PAN, "52 0011223344556677"))
                .contains("it is no PIN block of format 0 under this key and for this PAN");
        assertThat(mismatch("62", "pinblock format=4 key=AES-ZPK pin=4524", "2 " + PAN, "62 0011223344556677"))
                .contains("a PIN block of format 4 has 16 bytes (ISO 9564-1), this one has 8");
        assertThat(mismatch("62", "pinblock format=1 key=ZPK pin=4524", "2 " + PAN, "62 hello"))
                .contains("a PIN block must be whole bytes in hex digits");
    }

    @Test
    void shouldSayWhatIsMissingWhenTheTrackHasNoPvv() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mismatch(
                        "52",
                        "pinblock format=0 key=ZPK pvk=PVK",
                        "35 " + PAN + "=2512101",
                        "52:= pinblock format=0 key=ZPK pin=4524"))
                .withMessage("the track has no PVV: it ends before the fifth digit behind the service code");
    }

    @Test
    void shouldAcceptAnyKsnThatHasAKeyWhenItIsReceived() throws FailureException {
        String formula = "ksn key=BDK id=FFFF9876543210E00000";

        assertThat(mismatch("62", formula, "62 FFFF9876543210E00007")).isEmpty();
        assertThat(mismatch("62", formula, "62 FFFF9876543210EFFFFF"))
                .contains("the counter 0FFFFF has no key in 3DES DUKPT (ANSI X9.24-1): it has more than 10 one bits");
        assertThat(mismatch("62", formula, "62 FFFF98765432"))
                .contains("the KSN of 3DES DUKPT (ANSI X9.24-1) has 20 hex digits, this one has 12");
    }
}
