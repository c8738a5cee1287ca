package io.github.isostress.jmeter.editor;

import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateProblem;
import io.github.isostress.message.template.TemplateSource;
import io.github.isostress.message.template.TemplateText;
import io.github.isostress.message.value.LinePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the lines of message defaults. They are no whole message, so they are checked as a request would
 * be that inherits them and has nothing of its own but the MTI that they lack.
 */
final class DefaultsRules implements LiveCheck.Rules {
    private static final String ANY_MTI = "0 0200";

    @Override
    public List<TemplateProblem> problems(
            List<TemplateSource> sources, Optional<IsoPackager> packager, RequestCheck requestCheck) {
        List<TemplateSource> inherited = new ArrayList<>(sources);
        inherited.add(0, new TemplateSource("", haveMti(sources) ? "" : ANY_MTI));
        return MessageTemplate.problems(inherited, packager, JMeterExpressions.INSTANCE, requestCheck).stream()
                .filter(problem ->
                        !problem.place().isOwn() && !problem.subject().isEmpty())
                .map(DefaultsRules::ofDefaults)
                .toList();
    }

    private static boolean haveMti(List<TemplateSource> sources) {
        return sources.stream()
                .flatMap(source -> TemplateText.parse(source.text()).lines().stream())
                .anyMatch(line -> line.path().element() == 0);
    }

    /** The request's text, which comes first, is not there to the user. */
    private static TemplateProblem ofDefaults(TemplateProblem problem) {
        LinePlace place = problem.place();
        return new TemplateProblem(
                new LinePlace(place.source() - 1, place.name(), place.line()), problem.subject(), problem.rule());
    }
}
