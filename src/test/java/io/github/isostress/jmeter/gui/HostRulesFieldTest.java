package io.github.isostress.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.isostress.host.rule.HostRules;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.message.packager.Packagers;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The text in which a host's rules are written. */
@ExtendWith(JMeterEnvironment.class)
class HostRulesFieldTest {
    private static final Iso8583HostSchema SCHEMA = Iso8583HostSchema.INSTANCE;

    private static String ofNewElement() {
        return Panel.HOST.newElement().get(SCHEMA.rules);
    }

    private static List<String> examples() {
        return ofNewElement()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^# ", ""))
                .toList();
    }

    @Test
    void shouldExplainTheRulesByExamplesThatDoNothingWhenTheElementIsNew() {
        assertThat(ofNewElement().lines()).hasSize(5).allMatch(line -> line.startsWith("# "));
    }

    @Test
    void shouldBeRulesWhenTheCommentSignsOfTheExamplesAreTakenAway() {
        assertThat(examples()).hasSize(4);
        assertThatCode(() ->
                        HostRules.parse(String.join("\n", examples()), Optional.of(Packagers.builtIn("iso87ascii"))))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldKeepEveryLineWhenThereAreMany() {
        String rules = "seed 3\n\n# one\nevery 2 : close\n\n";
        TestElement host = Panel.HOST.newElement();
        host.set(SCHEMA.rules, rules);

        assertThat(Panel.shownAndRead(Panel.HOST.open(), host).get(SCHEMA.rules))
                .isEqualTo(rules);
    }
}
