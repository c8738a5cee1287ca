package io.github.isostress.message.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counters that a restart does not set back. */
class CounterFileTest {
    private static final CounterRule ANY = CounterRule.upTo(1_000_000);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("counters.txt");
    }

    private Counters counters() {
        return Counters.keptIn(file(), 1, 1);
    }

    private static long next(Counters counters, String name) {
        return counters.next(name, 1, ANY).orElseThrow();
    }

    private static void count(Counters counters, String name, int times) {
        for (int i = 0; i < times; i++) {
            next(counters, name);
        }
    }

    @Test
    void shouldGoOnWithoutAGapWhenTheRunBeforeHasEnded() {
        Counters before = counters();
        count(before, "a", 250);
        count(before, "b", 3);
        before.end();

        Counters after = counters();

        assertThat(next(after, "a")).isEqualTo(251);
        assertThat(next(after, "b")).isEqualTo(4);
        assertThat(next(after, "c")).isEqualTo(1);
        after.end();
    }

    @Test
    void shouldGiveNoNumberAgainWhenTheRunBeforeHasBroken() throws IOException {
        Counters broken = counters();
        count(broken, "a", 250);
        // What a process that was killed leaves.
        Path left = Files.copy(file(), folder.resolve("left.txt"));
        broken.end();

        Counters after = Counters.keptIn(left, 1, 1);

        assertThat(next(after, "a")).isEqualTo(301);
        after.end();
    }

    @Test
    void shouldTakeTheLargestNumberWhenItsLastLineWasTorn() throws IOException {
        Counters broken = counters();
        count(broken, "a", 250);
        broken.end();
        String digest = Files.readAllLines(file()).get(1).split(" ")[0];
        Files.writeString(file(), digest + " 3", StandardOpenOption.APPEND);

        Counters after = counters();

        assertThat(next(after, "a")).isEqualTo(251);
        after.end();
    }

    @Test
    void shouldGoOnByItselfWhenARunHasEndedAndAnotherBegins() {
        Counters counters = counters();
        count(counters, "a", 10);
        counters.end();
        Counters other = counters();
        count(other, "a", 10);
        other.end();

        assertThat(next(counters, "a")).as("behind the other one's").isEqualTo(21);
        counters.end();
    }

    @Test
    void shouldUseNoNumberUpWhenOnlyLookedAt() {
        Counters before = counters();
        count(before, "a", 10);
        before.end();
        Counters after = counters();

        assertThat(next(after.preview(), "a")).isEqualTo(11);
        assertThat(next(after.preview(), "a")).isEqualTo(11);
        assertThat(next(after, "a")).isEqualTo(11);
        after.end();
    }

    @Test
    void shouldKeepAShareWhenItIsContinued() {
        Counters before = Counters.keptIn(file(), 2, 3);
        count(before, "a", 2);
        before.end();

        Counters after = Counters.keptIn(file(), 2, 3);

        assertThat(next(after, "a")).isEqualTo(8);
        after.end();
    }

    @Test
    void shouldHoldNoNameWhenItIsRead() throws IOException {
        Counters counters = counters();
        next(counters, "atc 4761730000000119");
        counters.end();

        assertThat(file())
                .content()
                .startsWith("iso-stress counters\n")
                .doesNotContain("4761730000000119")
                .endsWith(" 2\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void shouldBeRefusedWhenAnotherRunUsesTheFile() {
        Counters first = counters();
        next(first, "a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> next(counters(), "a"))
                .withMessage("the counter file " + file() + " cannot be used: another test uses it");
        first.end();
        assertThatCode(() -> next(counters(), "a")).doesNotThrowAnyException();
    }

    @Test
    void shouldLeaveAFileAloneWhenItHoldsSomethingElse() throws IOException {
        Files.writeString(file(), "<?xml version=\"1.0\"?>");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> next(counters(), "a"))
                .withMessage("the counter file " + file() + " cannot be used: it holds something else");
        assertThat(file()).hasContent("<?xml version=\"1.0\"?>");
    }

    @Test
    void shouldSayWhatIsMissingWhenThereIsNoFolder() {
        Path nowhere = folder.resolve("none").resolve("counters.txt");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> next(Counters.keptIn(nowhere, 1, 1), "a"))
                .withMessage("the counter file " + nowhere + " cannot be used: its folder does not exist");
    }
}
