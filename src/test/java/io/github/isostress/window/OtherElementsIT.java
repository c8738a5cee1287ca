package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import java.awt.event.KeyEvent;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Extractor, assertion, rate timer and templates, from the menus. */
@WindowTest
class OtherElementsIT {
    @ParameterizedTest
    @EnumSource
    void shouldShowExamplesWhenAnExtractorIsAdded(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.REQUEST);

        Pane extractor = jmeter.add("Add", "Post Processors", "ISO 8583 Field Extractor");

        assertThat(extractor.field("Elements = variables").text()).contains("38");
        assertThat(Appearance.flaws(extractor.root())).isEmpty();
        jmeter.picture("extractor");
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowExamplesWhenAnAssertionIsAdded(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.REQUEST);

        Pane assertion = jmeter.add("Add", "Assertions", "ISO 8583 Assertion");

        assertThat(assertion.field("Rules").text()).contains("39");
        assertThat(Appearance.flaws(assertion.root())).isEmpty();
        jmeter.picture("assertion");
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowARateWhenARateTimerIsAdded(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.REQUEST);

        Pane timer = jmeter.add("Add", "Timer", "ISO 8583 Rate Timer");

        assertThat(timer.field("Requests a second").text()).isEqualTo("100");
        assertThat(Appearance.flaws(timer.root())).isEmpty();
        jmeter.picture("rate-timer");
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowAnAnswerWhenAReplyIsAdded(Look look, JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.select(Plans.THREADS);

        Pane reply = jmeter.add("Add", "Sampler", "ISO 8583 Reply");

        for (String tab : reply.tabs()) {
            reply.tab(tab);
            assertThat(Appearance.flaws(reply.root())).as(tab).isEmpty();
            jmeter.picture("reply-" + tab.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void shouldMakeAPlanWhenATemplateIsChosen(JMeterGui jmeter) {
        jmeter.open(Plans.STRESS);
        jmeter.menu("File", "Templates...");
        Pane templates = jmeter.dialog("Templates");

        templates.choose("ISO 8583 terminal purchase over TLS");
        jmeter.picture("templates");
        templates.button("Create").press();
        templates.awaitWords("Fill your parameters").button("Create").press();
        jmeter.dialog("Load template?");
        // By its key: where there is no window manager, Java is now and then wrong about where a message box stands.
        jmeter.hand().press(KeyEvent.VK_N, KeyEvent.VK_ALT);

        Await.until("the plan is the template's", () -> !jmeter.elements().contains(Plans.PLAN));
    }
}
