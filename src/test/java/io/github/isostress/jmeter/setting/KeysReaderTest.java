package io.github.isostress.jmeter.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.sampler.DebugSampler;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of an element, over those of elements farther away. */
@ExtendWith(JMeterEnvironment.class)
class KeysReaderTest {
    private static final Iso8583KeysSchema SCHEMA = Iso8583KeysSchema.INSTANCE;
    private static final String TMK = "0123456789ABCDEFFEDCBA9876543210";
    private static final String NEAR = "F138131AEC83D36B169BDCD5B32AAE8F";
    private static final String FAR = "3F419E1CB7079442AA37474C2EFBF8B8";

    private final RunContext run = RunContext.ofPreview();

    @TempDir
    private Path folder;

    @AfterEach
    void endRun() {
        run.close();
    }

    private static Iso8583Keys element(String name, String... lines) {
        Iso8583Keys keys = new Iso8583Keys();
        keys.setName(name);
        keys.set(SCHEMA.keys, String.join("\n", lines));
        return keys;
    }

    private Keys read(Iso8583Keys element) {
        return new KeysReader(element).read(run, Keys.NONE);
    }

    private Keys read(Iso8583Keys near, Iso8583Keys far) {
        return new KeysReader(near).read(run, read(far));
    }

    private void assertRefused(Iso8583Keys element, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(element)).withMessage(sentence);
    }

    @Test
    void shouldLetTheNearestWinWhenElementsHaveOneName() {
        Keys keys = read(
                element("near", "ZPK pin 3des clear=" + NEAR),
                element("far", "ZPK pin 3des clear=" + FAR, "MAK mac 3des clear=" + FAR));

        assertThat(keys.get("ZPK").key().checkValue()).isEqualTo("CB9DEA");
        assertThat(keys.get("MAK").key().checkValue()).isEqualTo("57C409");
    }

    @Test
    void shouldOpenAKeyWhenTheOneItIsUnderStandsFartherAway() {
        Keys keys = read(
                element("near", "ZPK pin 3des ecb=BC3626C41AEF1C35F796D5E50D781C29 under=TMK kcv=CB9DEA"),
                element("far", "TMK kek 3des clear=" + TMK));

        assertThat(keys.all()).extracting(NamedKey::name).containsExactly("ZPK", "TMK");
    }

    @Test
    void shouldGiveTheSameObjectWhenNothingHasChanged() {
        Iso8583Keys near = element("near", "ZPK pin 3des clear=" + NEAR);
        Keys far = read(element("far", "MAK mac 3des clear=" + FAR));
        KeysReader reader = new KeysReader(near);
        Keys first = reader.read(run, far);

        assertThat(reader.read(run, far)).isSameAs(first);

        near.set(SCHEMA.keys, "ZPK pin 3des clear=" + FAR);
        Keys changed = reader.read(run, far);
        assertThat(changed.get("ZPK").key().checkValue()).isEqualTo("57C409");
        assertThat(first.get("ZPK").key().checkValue()).isEqualTo("CB9DEA");
    }

    @Test
    void shouldShareTheKeysWhenThreadsHaveCopiesOfAnElement() {
        Iso8583Keys element = element("keys", "ZPK pin 3des clear=" + NEAR);

        assertThat(read((Iso8583Keys) element.clone())).isSameAs(read(element));
    }

    @Test
    void shouldNameTheLineWhenAKeyIsBad() {
        assertRefused(
                element("keys", "# keys", "ZPK pin 3des clear=" + NEAR + "0"),
                "line 2: key 'ZPK': clear has 33 hex digits, but whole bytes have an even number");
    }

    @Test
    void shouldNameTheVariableWhenItHasNoValue() {
        assertRefused(
                element("keys", "ZPK pin 3des clear=${ZPK}"),
                "line 1: key 'ZPK': clear holds ${ZPK}, which has no value");
    }

    @Test
    void shouldTakeKeysOfAFileWhenThereIsOne() throws Exception {
        Iso8583Keys element = element("keys", "ZPK pin 3des ecb=BC3626C41AEF1C35F796D5E50D781C29 under=TMK");
        set(element, SCHEMA.file, Files.writeString(folder.resolve("keys"), "TMK=kek 3des clear=" + TMK));

        assertThat(read(element).all()).extracting(NamedKey::name).containsExactly("ZPK", "TMK");
    }

    private static void set(TestElement element, StringPropertyDescriptor<?> property, Object value) {
        element.setProperty(property.getName(), value.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            secret | nothing             | key file FILE: the password is another one, or the file was changed
            nothing| nothing             | key file FILE is enciphered, but there is no password: filePassword is blank, and the environment variable ISO8583_KEYS_PASSWORD is not set
            nothing| ISO_STRESS_NOT_SET  | key file FILE is enciphered, but there is no password: filePassword is blank, and the environment variable ISO_STRESS_NOT_SET is not set
            """)
    void shouldSayWhatIsWrongWhenPasswordDoesNotFit(String password, String variable, String sentence)
            throws Exception {
        Path file = Files.writeString(
                folder.resolve("keys"), "iso-stress-keys 1 pbkdf2-hmac-sha256 10000 AAAAAAAAAAAAAAAAAAAAAA==\nAAAA\n");
        Iso8583Keys element = element("keys");
        set(element, SCHEMA.file, file);
        if (password != null) {
            set(element, SCHEMA.filePassword, password);
        }
        if (variable != null) {
            set(element, SCHEMA.filePasswordVariable, variable);
        }

        assertRefused(element, sentence.replace("FILE", file.toString()));
    }

    @Test
    void shouldCheckTheParityWhenItIsToBeChecked() {
        Iso8583Keys element = element("keys", "ZPK pin 3des clear=" + TMK.replace("10", "11"));
        set(element, SCHEMA.parity, "checked");

        assertRefused(
                element,
                "line 1: key 'ZPK': byte 16 of the 3DES key has even parity, " + "but the parity of keys is checked");
    }

    @Test
    void shouldGiveNothingAwayWhenAnotherSamplerIsInScope() {
        Iso8583Keys keys = element("keys", "ZPK pin 3des clear=" + NEAR);
        DebugSampler other = new DebugSampler();
        other.setName("debug");

        other.addTestElement(keys);

        List<String> values = new ArrayList<>();
        for (PropertyIterator all = other.propertyIterator(); all.hasNext(); ) {
            values.add(all.next().getStringValue());
        }
        assertThat(values).isNotEmpty().noneMatch(value -> value.contains(NEAR));
        assertThat(((TestElement) keys.clone()).getPropertyAsString("Iso8583Keys.keys"))
                .contains(NEAR);
    }
}
