package io.github.isostress.message.describe;

import static io.github.isostress.message.support.Messages.decode;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.TestMessages;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be shown of one value. */
class ShownValueTest {
    private static DecodedMessage purchase() throws Exception {
        ISOMsg message = TestMessages.purchase("iso87binary", "000007");
        message.set(35, "9999990000000013=2512101000000000");
        message.set(52, ISOUtil.hex2byte("0123456789ABCDEF"));
        message.set(55, ISOUtil.hex2byte("9F3602000A" + "57059999991111" + "5A089999990000000013"));
        return decoded("iso87binary", message);
    }

    private static DecodedMessage decoded(String packager, ISOMsg message) throws Exception {
        return decode(Packagers.builtIn(packager), TestMessages.pack(message));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0200",
        "2, 999999******0013",
        "3, 000000",
        "11, 000007",
        "35, *********************************",
        "52, ****************",
        "55, ********************************************",
        "55.9F36, 000A",
        "55.57, **********",
        "55.5A, 999999******0013",
    })
    void shouldMaskAsTheElementIsMaskedWhenItIsShown(String path, String shown) throws Exception {
        assertThat(ShownValue.of(purchase(), ElementPath.parse(path))).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({"4", "55.9F02", "55.57.1", "11.1"})
    void shouldShowNothingWhenThereIsNoSuchElement(String path) throws Exception {
        assertThat(ShownValue.of(purchase(), ElementPath.parse(path))).isEmpty();
    }

    @Test
    void shouldShowTheSubElementWhenItIsOne() throws Exception {
        ISOMsg message = subElements();

        assertThat(ShownValue.of(decoded("cmf", message), ElementPath.parse("43.2")))
                .contains("CORNER SHOP");
        assertThat(ShownValue.of(decoded("cmf", message), ElementPath.parse("43.02")))
                .contains("CORNER SHOP");
    }

    @Test
    void shouldShowNothingOfTheWholeWhenItIsMadeOfParts() throws Exception {
        assertThat(ShownValue.of(decoded("cmf", subElements()), ElementPath.parse("43")))
                .hasValueSatisfying(shown -> assertThat(shown).matches("\\*+"));
    }

    private static ISOMsg subElements() throws ISOException {
        ISOMsg message = TestMessages.message("cmf", "2200", "000000000001");
        message.set("43.2", "CORNER SHOP");
        return message;
    }
}
