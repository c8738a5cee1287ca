package io.github.isostress.host.rule;

import io.github.isostress.host.session.Behaviour;
import io.github.isostress.host.session.Condition;
import io.github.isostress.host.session.Rule;
import io.github.isostress.host.session.Script;
import io.github.isostress.host.session.Trigger;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text of {@link HostRules}; one reader for one text. */
final class RulesReader {
    private static final long LARGEST_SEED = 999_999_999_999L;

    private final ConditionReader conditions;
    private final BehaviourReader behaviours;
    private final List<Rule> rules = new ArrayList<>();
    private Long seed;
    private int takesEverything;

    RulesReader(Optional<IsoPackager> packager) {
        this.conditions = new ConditionReader(packager);
        this.behaviours = new BehaviourReader(packager);
    }

    HostRules read(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            RuleLine line = new RuleLine(i + 1, lines[i]);
            if (line.hasColon()) {
                rules.add(rule(line));
            } else if (!line.isEmpty()) {
                seed(line.condition());
            }
        }
        return new HostRules(rules, seed == null ? HostRules.NONE.seed() : seed);
    }

    private void seed(RuleWords words) {
        if (!words.take("seed")) {
            throw words.refusal(
                    "there is no ':' between the condition and what is done, as in 'every 100 : no answer'");
        }
        if (seed != null) {
            throw words.refusal("the seed is given a second time");
        }
        seed = words.number("seed", 0, LARGEST_SEED);
        if (!words.isAtEnd()) {
            throw words.refusal("'" + words.peek() + "' cannot follow the seed, which is one number");
        }
    }

    private Rule rule(RuleLine line) {
        RuleWords words = line.condition();
        Trigger trigger = conditions.read(words);
        Script script = behaviours.read(line.behaviour(), trigger.occasion());
        if (trigger instanceof Trigger.OnRequest request) {
            trigger = withNeededElements(request, script);
            requireReachable(words);
            if (((Trigger.OnRequest) trigger).takesEverything()) {
                takesEverything = words.line();
            }
        }
        return new Rule(words.line(), trigger, script);
    }

    private static Trigger.OnRequest withNeededElements(Trigger.OnRequest request, Script script) {
        List<Condition> all = new ArrayList<>(request.conditions());
        for (Behaviour step : script.steps()) {
            step.neededElement()
                    .ifPresent(element -> all.add(new Condition.HasElement(new ElementPath(element, List.of()))));
        }
        return new Trigger.OnRequest(List.copyOf(all), request.frequency());
    }

    private void requireReachable(RuleWords words) {
        if (takesEverything > 0) {
            throw words.refusal(
                    "no request comes this far, since line " + takesEverything + " acts about every request");
        }
    }
}
