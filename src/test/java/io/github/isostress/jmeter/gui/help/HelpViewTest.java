package io.github.isostress.jmeter.gui.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.Iso8583RequestGui;
import io.github.isostress.jmeter.gui.Parts;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.event.HyperlinkEvent;
import org.apache.jmeter.gui.action.KeyStrokes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window of the help, as one reads in it. */
@ExtendWith(JMeterEnvironment.class)
class HelpViewTest {
    private HelpView view;

    @BeforeEach
    void open() throws Exception {
        view = Parts.seen(HelpView::new);
        Parts.perform(() -> view.goTo(HelpPlace.top(HelpPage.CONTENTS)));
        awaitText("First steps");
    }

    @ParameterizedTest
    @CsvSource({
        "rate-timer.html, RATE_TIMER, ''",
        "results.html#hidden, RESULTS, hidden",
        "#templates, CONTENTS, templates",
    })
    void shouldGoThereWhenALinkIsFollowed(String link, HelpPage page, String anchor) throws Exception {
        follow(link);

        assertThat(Parts.seen(view::place)).isEqualTo(new HelpPlace(page, anchor));
    }

    @Test
    void shouldStayWhenALinkLeadsNowhere() throws Exception {
        follow("https://example.com/page.html");

        assertThat(Parts.seen(view::place)).isEqualTo(HelpPlace.top(HelpPage.CONTENTS));
    }

    @Test
    void shouldShowAPageWhenItIsChosenInTheContents() throws Exception {
        Parts.perform(() -> Parts.named(view, JList.class, PanelLabels.get("help.contents"))
                .setSelectedValue(HelpPage.FRAMING, true));

        awaitText("big-endian");
        assertThat(Parts.seen(view::place)).isEqualTo(HelpPlace.top(HelpPage.FRAMING));
    }

    @Test
    void shouldGoBackStepByStepWhenAsked() throws Exception {
        follow("request.html");
        follow("template.html#functions");

        Parts.perform(() -> Parts.press(view, PanelLabels.get("help.back")));
        assertThat(Parts.seen(view::place)).isEqualTo(HelpPlace.top(HelpPage.REQUEST));
        Parts.perform(() -> Parts.press(view, PanelLabels.get("help.back")));
        assertThat(Parts.seen(view::place)).isEqualTo(HelpPlace.top(HelpPage.CONTENTS));
    }

    @Test
    void shouldMarkTheNextPlaceWhenATextIsSoughtAgain() throws Exception {
        seek("zyzzyva", "No page has this text.");
        seek("LUHN-VALID");
        awaitPage(HelpPage.TEMPLATE);
        assertThat(marked()).isEqualTo("Luhn-valid");

        seek("Luhn-valid");
        awaitPage(HelpPage.RESULTS);
        assertThat(marked()).isEqualTo("Luhn-valid");

        seek("Luhn-valid");
        awaitPage(HelpPage.TEMPLATE);
    }

    @Test
    void shouldOpenAtTheTabWhenThePanelShowsIt() throws Exception {
        Iso8583RequestGui panel = Parts.seen(Iso8583RequestGui::new);
        Parts.perform(() -> Parts.of(panel)
                .filter(JTabbedPane.class::isInstance)
                .map(JTabbedPane.class::cast)
                .findFirst()
                .orElseThrow()
                .setSelectedIndex(1));

        assertThat(Parts.seen(() -> HelpPlace.of(panel))).isEqualTo(new HelpPlace(HelpPage.REQUEST, "Import"));
    }

    private void follow(String link) throws Exception {
        Parts.perform(() -> view.text()
                .fireHyperlinkUpdate(new HyperlinkEvent(view.text(), HyperlinkEvent.EventType.ACTIVATED, null, link)));
    }

    private void seek(String words) throws Exception {
        Parts.perform(() -> {
            JTextField field = Parts.named(view, JTextField.class, PanelLabels.get("help.find"));
            field.setText(words);
            field.getActionMap().get(field.getInputMap().get(KeyStrokes.ENTER)).actionPerformed(null);
        });
    }

    private void seek(String words, String outcome) throws Exception {
        seek(words);
        Parts.awaitOnEventThread(
                outcome,
                () -> Parts.of(view).anyMatch(part -> part instanceof JLabel label && outcome.equals(label.getText())));
    }

    private void awaitPage(HelpPage page) {
        Parts.awaitOnEventThread("the page " + page, () -> view.place().page() == page);
    }

    private void awaitText(String words) {
        Parts.awaitOnEventThread(
                "the text " + words,
                () -> view.text()
                        .getDocument()
                        .getText(0, view.text().getDocument().getLength())
                        .contains(words));
    }

    private String marked() throws Exception {
        return Parts.seen(() -> {
            var mark = view.text().getHighlighter().getHighlights()[0];
            return view.text()
                    .getDocument()
                    .getText(mark.getStartOffset(), mark.getEndOffset() - mark.getStartOffset());
        });
    }
}
