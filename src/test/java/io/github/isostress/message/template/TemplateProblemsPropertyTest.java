package io.github.isostress.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.OwnPackager;
import io.github.isostress.message.support.SampleMessages;
import io.github.isostress.message.support.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The check and the compiler are of one mind: what the one finds, the other refuses, in the same words. */
class TemplateProblemsPropertyTest {
    private static final Variables VARIABLES = new Variables();
    private static final List<String> WRONG_LINES = List.of(
            "11 12A456",
            "41 TERMINAL01",
            "1 00",
            "x y",
            "52 0",
            "55.1F 00",
            "193 A",
            "hex 30",
            "hex 3",
            "48.4 A",
            "0 1");

    /** A template's lines and who packs them. */
    record Sample(Optional<IsoPackager> packager, String text) {}

    @Property(tries = 1_500)
    void shouldFindNothingExactlyWhenTemplateCompiles(@ForAll("templates") Sample sample) {
        List<TemplateProblem> problems = MessageTemplate.problems(sample.text, sample.packager, VARIABLES);
        String refusal = refusal(sample);

        assertThat(problems.isEmpty()).isEqualTo(refusal == null);
        if (refusal != null) {
            assertThat(refusal).isEqualTo(problems.get(0).sentence());
        }
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.line())
                        .isBetween(1, (int) sample.text.lines().count() + 1));
    }

    @Property(tries = 1_500)
    void shouldNotRefuseConstantsWhenFilledIfTemplateCompiles(@ForAll("templates") Sample sample) throws Exception {
        if (!sample.text.contains("${") && refusal(sample) == null) {
            MessageTemplate template = MessageTemplate.compile(sample.text, sample.packager, VARIABLES);
            try {
                template.fill();
            } catch (FailureException e) {
                assertThat(e).hasMessage("the message has no element besides its MTI");
            }
        }
    }

    private static String refusal(Sample sample) {
        try {
            MessageTemplate.compile(sample.text, sample.packager, VARIABLES);
            return null;
        } catch (FailureException e) {
            return e.getMessage();
        }
    }

    @Provide
    Arbitrary<Sample> templates() {
        return Arbitraries.randomValue(TemplateProblemsPropertyTest::draw);
    }

    private static Sample draw(Random random) {
        IsoPackager packager = random.nextInt(3) == 0
                ? OwnPackager.withEverything()
                : Packagers.builtIn(Packagers.BUILT_IN.get(random.nextInt(Packagers.BUILT_IN.size())));
        List<String> lines = new ArrayList<>();
        SampleMessages.draw(packager, random).lines().forEach(line -> lines.add(line.text()));
        for (int i = random.nextInt(4); i > 0; i--) {
            mutate(lines, random);
        }
        return new Sample(random.nextInt(20) == 0 ? Optional.empty() : Optional.of(packager), String.join("\n", lines));
    }

    private static void mutate(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int middle = random.nextInt(line.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> lines.add(at, WRONG_LINES.get(random.nextInt(WRONG_LINES.size())));
            case 1 -> lines.add(lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(at, line.substring(0, middle) + "Z" + line.substring(middle));
            case 3 -> lines.set(at, line.substring(0, middle));
            default -> lines.set(at, line.substring(middle));
        }
    }
}
