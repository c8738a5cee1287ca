package io.github.isostress.host.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.session.BeforeAnswer;
import io.github.isostress.host.session.RandomDuration;
import io.github.isostress.host.session.Rule;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be written as a rule. */
class HostRulesTest {
    private static final Optional<IsoPackager> PACKAGER = Optional.of(Packagers.builtIn("iso87ascii"));

    private static HostRules parse(String text) {
        return HostRules.parse(text, PACKAGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t\n", "# nothing but words", "  # indented\n\n# every 100 : no answer"})
    void shouldHaveNoRulesWhenThereAreOnlyBlanksAndComments(String text) {
        assertThat(parse(text).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mti 0200 : approve",
                "mti 0200,0220, 04x0 amount 5000-5999 de 41 TERM0001 de 3 000000 every 100 : no answer",
                "MTI 08XX share 0.5% : No Answer",
                "amount 5000 : decline 51",
                "de 41 \"A: B,#\" : decline A1 # a comment",
                "de 55.9F02 000000001000 : reset",
                "always:close",
                "every 100 : delay 20 then decline 51 60%, 05 40%",
                "share 100% : delay uniform 50-200",
                "always : delay lognormal 5 0.5 max 100 then speak first then cut 10 bytes then close",
                "always : delay 0 then stop accepting 5 s then cut 50%",
                "always : byte by byte 0",
                "always : byte by byte 5 ms",
                "always : late 2s",
                "always : late 2 min",
                "always : wrong key",
                "always : wrong key 37",
                "always : wrong mti",
                "always : twice",
                "always : two in one packet",
                "always : garbage",
                "always : garbage without frame",
                "always : oversize length",
                "always : forward to 127.0.0.1:8001",
                "always : delay 5 then forward to [::1]:8001 takes 2 ms timeout 5 s",
                "always:forward to clients on 0.0.0.0:8001 timeout 500",
                "on connect : speak first",
                "on connect every 2 : delay 5 then reset",
                "on connect share 1% : close",
                "after 30 s : drop all connections",
                "every 1 min : stop accepting 500 then drop all connections",
                "every 60s : stop accepting 500ms",
                "always : drop all connections",
            })
    void shouldBeOneRuleWhenItIsWrittenLikeThis(String text) {
        assertThat(parse(text).rules()).hasSize(1);
    }

    @Test
    void shouldReadTheFirstExampleWhenItIsGivenWhole() {
        HostRules rules = parse("""
                # what a payment tester writes
                seed 7
                mti 0200 amount 5000-5999 : decline 51
                every 100                 : no answer
                share 2%                  : delay uniform 50-200
                always                    : delay lognormal 5 0.5 max 100
                """);

        assertThat(rules.seed()).isEqualTo(7);
        assertThat(rules.rules()).extracting(Rule::line).containsExactly(3, 4, 5, 6);
        assertThat(rules.rules().get(3).script().steps())
                .containsExactly(new BeforeAnswer.Delay(new RandomDuration.Lognormal(5, 0.5, 100)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approve",
                "delay 5",
                "no answer",
                "close",
                "reset",
                "cut 50%",
                "byte by byte 1",
                "two in one packet",
                "twice",
                "late 5",
                "garbage",
                "garbage without frame",
                "drop all connections",
                "stop accepting 5"
            })
    void shouldTakeWhatNeedsNoElementsWhenThereIsNoPackager(String behaviour) {
        assertThat(HostRules.parse("every 2 : " + behaviour, Optional.empty()).rules())
                .hasSize(1);
    }
}
