package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.value.LinePlace;
import io.github.isostress.support.Await;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.swing.JTextField;
import javax.swing.Timer;
import org.fife.ui.rsyntaxtextarea.RSyntaxTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong with a template is marked while it is typed. */
@ExtendWith(JMeterEnvironment.class)
class LiveCheckTest {
    @Test
    void shouldMarkRowStatusAndTextWhenAValueBreaksItsRule() {
        OpenEditor open = new OpenEditor("# c\n0 0200\n11 1234567\n");

        open.awaitStatus("2 elements, 1 problem: line 3, element 11: has 7 characters");

        assertThat(open.column(Column.PROBLEM)).containsExactly("", "has 7 characters");
        assertThat(OpenEditor.onEventThread(
                        () -> open.find(RSyntaxTextArea.class, area -> true).getParserNotices()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.getLine()).isEqualTo(2))
                .satisfies(notice -> assertThat(notice.getMessage()).isEqualTo("has 7 characters"));
    }

    @Test
    void shouldMarkTheCellWhenItIsBeingTyped() {
        OpenEditor open = new OpenEditor("0 0200\n11 1\n");

        open.type(1, Column.VALUE, "12345678");

        open.awaitStatus("element 11: has 8 characters");
        assertThat(open.cell(1, Column.PROBLEM)).isEqualTo("has 8 characters");
        assertThat(tip(open)).isEqualTo("has 8 characters");
        open.type(1, Column.VALUE, "123456");
        Await.until("no problem", () -> open.status().equals("2 elements"));
        assertThat(tip(open)).isNull();
    }

    @Test
    void shouldMarkThePathAtOnceWhenItWouldBeNone() {
        OpenEditor open = new OpenEditor("0 0200\n11 1\n");

        open.type(1, Column.PATH, "1 1");

        assertThat(tip(open)).startsWith("a data element is a number");
    }

    private static String tip(OpenEditor open) {
        return OpenEditor.onEventThread(() -> ((JTextField) open.table().getEditorComponent()).getToolTipText());
    }

    @Test
    void shouldGoToTheFirstProblemWhenTheStatusIsPressed() {
        OpenEditor open = new OpenEditor("0 0200\n11 1234567\n12 12345678\n");
        open.awaitStatus("2 problems");

        open.press(open.status());

        assertThat(OpenEditor.onEventThread(() -> open.table().getEditingRow())).isEqualTo(1);
    }

    @Test
    void shouldShowTheNewestOutcomeWhenAnOlderCheckEndsLater() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        Queue<String> ended = new ConcurrentLinkedQueue<>();
        OpenEditor open = new OpenEditor("0 old", (sources, packager, requestCheck) -> {
            String text = sources.get(0).text();
            if (text.contains("old")) {
                begun.countDown();
                awaitEnd(slow);
            }
            ended.add(text);
            return List.of(TemplateProblem.ofLine(LinePlace.only(1), "is " + text));
        });
        awaitEnd(begun);

        open.run(() -> open.editor().replaceText("0 new"));
        open.awaitStatus("is 0 new");
        slow.countDown();
        Await.until("old check ended", () -> ended.contains("0 old"));
        open.run(() -> {});

        assertThat(open.status()).contains("is 0 new");
    }

    @Test
    void shouldMarkNothingUntilThePackagerIsKnown() {
        Queue<String> checkedBy = new ConcurrentLinkedQueue<>();
        OpenEditor open = new OpenEditor("", (sources, packager, requestCheck) -> {
            checkedBy.add(packager.map(IsoPackager::name).orElse("none"));
            return List.of(TemplateProblem.ofLine(LinePlace.only(1), "is wrong"));
        });
        open.awaitStatus("is wrong");
        checkedBy.clear();

        open.run(() -> {
            open.editor().awaitPackager();
            open.editor().setText("0 0200\n11 000001\n");
        });
        awaitAnyPause();
        assertThat(open.status()).isEqualTo("2 elements");
        open.usePackager("iso93ascii");

        open.awaitStatus("is wrong");
        assertThat(checkedBy).containsExactly("iso93ascii");
    }

    @Test
    void shouldDropWhatACheckFindsWhenItWasBegunWithThePackagerBefore() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        Queue<String> ended = new ConcurrentLinkedQueue<>();
        OpenEditor open = new OpenEditor("0 0200", (sources, packager, requestCheck) -> {
            begun.countDown();
            awaitEnd(slow);
            ended.add("check");
            return List.of(TemplateProblem.ofLine(LinePlace.only(1), "is wrong"));
        });
        awaitEnd(begun);

        open.run(open.editor()::awaitPackager);
        slow.countDown();
        Await.until("the check has ended", () -> !ended.isEmpty());
        awaitAnyPause();

        assertThat(open.status()).isEqualTo("1 element");
    }

    /** Timers of the event thread end in the order of their times: this one ends after that of any check. */
    private static void awaitAnyPause() {
        CountDownLatch later = new CountDownLatch(1);
        Timer timer = new Timer(2 * LiveCheck.PAUSE_MILLIS, event -> later.countDown());
        timer.setRepeats(false);
        timer.start();
        awaitEnd(later);
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldSayThatNothingIsKnownWhenACheckFails() {
        OpenEditor open = new OpenEditor("0 0200", (sources, packager, requestCheck) -> {
            throw new IllegalStateException("no rules");
        });

        open.awaitStatus("1 element, which cannot be checked: java.lang.IllegalStateException: no rules");
    }
}
