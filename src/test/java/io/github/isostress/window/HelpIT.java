package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import java.awt.event.KeyEvent;
import java.awt.geom.Point2D;
import javax.swing.JEditorPane;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The help is opened from a panel and read. */
@WindowTest
class HelpIT {
    private static final String TITLE = "ISO 8583 Help";

    @ParameterizedTest
    @EnumSource
    void shouldOpenAtTheTabThatIsSeenWhenF1IsPressed(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        Pane response = jmeter.select(Plans.REQUEST).tab("Response");
        response.field("Match elements").type("11");

        jmeter.hand().press(KeyEvent.VK_F1);

        Pane help = jmeter.dialog(TITLE);
        awaitTop(help, "Response");
        jmeter.picture("help");
        assertThat(Appearance.flaws(help.root())).isEmpty();
    }

    @Test
    void shouldOpenAtThePanelWhenJMetersKeyIsPressedInTheTree(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.CONNECTION).tab("Host and messages");
        jmeter.select(Plans.CONNECTION);

        jmeter.hand().press(KeyEvent.VK_H, KeyEvent.VK_CONTROL);

        awaitTop(jmeter.dialog(TITLE), "Host and messages");
    }

    @Test
    void shouldFindAWordOnAnotherPageWhenItIsSought(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.RATE).button("Help").press();
        Pane help = jmeter.dialog(TITLE);
        awaitTop(help, "ISO 8583 Rate Timer");

        help.field("Find").type("lognormal");
        jmeter.hand().press(KeyEvent.VK_ENTER);
        help.awaitWords("Host rules", "share 2%");
        help.button("Back").press();

        awaitTop(help, "ISO 8583 Rate Timer");
    }

    /** Waits until the first line that can be seen of the page begins so. */
    private static void awaitTop(Pane help, String words) {
        Await.until("the page begins with " + words, () -> firstLine(help).startsWith(words));
    }

    private static String firstLine(Pane help) {
        return Edt.get(() -> Names.showing(help.root()).stream()
                .filter(JEditorPane.class::isInstance)
                .map(JEditorPane.class::cast)
                .findFirst()
                .map(HelpIT::firstLine)
                .orElse(""));
    }

    private static String firstLine(JEditorPane page) {
        int y = page.getVisibleRect().y;
        int offset = page.viewToModel2D(new Point2D.Double(0, y));
        Document document = page.getDocument();
        try {
            return document.getText(offset, document.getLength() - offset).strip();
        } catch (BadLocationException e) {
            throw new AssertionError(e);
        }
    }
}
