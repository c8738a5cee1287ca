package io.github.isostress.jmeter.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyBlock;
import io.github.isostress.crypto.key.KeyForm;
import io.github.isostress.crypto.key.KeyLines;
import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.WrittenKey;
import io.github.isostress.crypto.keyfile.KeyFile;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.rehearsal.KeysCheck;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.value.MessageContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** No object that holds a key shows a digit of it as text. */
@ExtendWith(JMeterEnvironment.class)
class KeyTextsTest {
    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";
    private static final String BLOCK = "A0072P0TE00E0000F5161ED902807AF26F1D62263644BD24192FDB3193C730301CEE8701";
    private static final String LINE = "ZPK pin 3des clear=" + KEY;

    @TempDir
    private Path folder;

    @Test
    void shouldShowNoDigitOfAKeyWhenObjectsAreTexts() throws Exception {
        Iso8583Keys element = new Iso8583Keys();
        element.setName("keys");
        element.set(Iso8583KeysSchema.INSTANCE.keys, LINE + "\nMAK mac 3des clear=" + KEY + "0");
        Keys keys = KeyLines.read(LINE, KeyParity.ADJUSTED, Keys.NONE);
        KeyFile file = KeyFile.open(Files.writeString(folder.resolve("keys"), LINE));
        PlanScope scope = new PlanScope(Optional.empty(), Map.of("ZPK", KEY));
        KeysCheck check = KeysCheck.of(scope, element);

        assertThat(check.keys()).hasSize(2);
        assertThat(new Object[] {
                    CipherKey.tdes(HexFormat.of().parseHex(KEY)),
                    CipherKey.aes(HexFormat.of().parseHex(KEY)),
                    keys.get("ZPK"),
                    keys,
                    file,
                    file.keys("", KeyParity.CHECKED, Keys.NONE),
                    KeyBlock.read(BLOCK),
                    new WrittenKey(KeyUse.PIN, Optional.empty(), KeyForm.CLEAR, KEY, Optional.empty()),
                    KeyLines.check(LINE, KeyParity.ADJUSTED, Keys.NONE),
                    new MessageContext(keys, new Counters()),
                    element,
                    scope,
                    check
                })
                .allSatisfy(object -> assertThat(object.toString().toUpperCase(Locale.ROOT))
                        .doesNotContain("01234567", "89ABCDEF", "76543210", "F5161ED9"));
    }
}
