package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys, typed into the table of their panel. */
@WindowTest
class KeysPanelIT {
    private static final String KEYS = "ISO 8583 Keys";
    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";

    @ParameterizedTest
    @EnumSource
    void shouldShowTheCheckValueAndNoKeyWhenAKeyIsTyped(Look look, JMeterGui jmeter) throws Exception {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.THREADS);
        Pane panel = jmeter.add("Add", "Config Element", KEYS);
        panel.button("Add key").press();

        panel.table("Keys").edit("KEY1", "Value", KEY);

        panel.awaitWords("08D7B4", "A key stands in this plan in the clear");
        jmeter.picture("keys");
        assertThat(panel.words()).doesNotContain("01234567", "76543210");
        assertThat(Appearance.flaws(panel.root())).isEmpty();
        panel.tab("Files and parity");
        assertThat(Appearance.flaws(panel.root())).isEmpty();
        jmeter.picture("keys-files");
        Path saved = Files.createTempDirectory("plan").resolve("keys.jmx");
        jmeter.save(saved);
        Await.until("the plan is saved with the key", () -> has(saved, "KEY1 pin 3des clear=" + KEY));
        jmeter.select(Plans.REQUEST);
        Pane again = jmeter.select(KEYS);
        again.tab("Keys");
        again.awaitWords("08D7B4");
        assertThat(again.words()).doesNotContain("01234567", "76543210");
    }

    private static boolean has(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
