package io.github.isostress.jmeter.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the settings of a run in the place of the expressions by which a plan asks for properties. For one thread. */
final class PlanExpressions {
    private static final String NAME = "(\\w+)";
    /** In which the argument of a function may be an expression itself. */
    private static final Pattern PROPERTY =
            Pattern.compile("\\$\\{__isoProperty\\(" + NAME + ",(\\$\\{[^{}]*\\}|[^,{}]*),[^(){}]*\\)\\}");

    private static final Pattern IF_BLANK =
            Pattern.compile("\\$\\{__isoIfBlank\\(" + NAME + ",([^,{}]*),([^(){}]*)\\)\\}");
    private static final Pattern PLAIN_PROPERTY = Pattern.compile("\\$\\{__P\\(" + NAME + ",\\)\\}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{" + NAME + "\\}");

    private final RunSettings settings;
    private final Map<String, String> variables = new LinkedHashMap<>();

    PlanExpressions(RunSettings settings) {
        this.settings = settings;
    }

    /** A variable of the plan, in whose place its value is put from now on. */
    void define(String name, String text) {
        variables.put(name, valued(text));
    }

    /** The text with values; what is no question about a setting stays as it is. */
    String valued(String text) {
        String valued =
                replaced(IF_BLANK, text, found -> given(found.group(1)).isEmpty() ? found.group(2) : found.group(3));
        valued = replaced(PROPERTY, valued, found -> given(found.group(1)).orElse(found.group(2)));
        valued = replaced(PLAIN_PROPERTY, valued, found -> given(found.group(1)).orElse(found.group()));
        return replaced(VARIABLE, valued, found -> variables.getOrDefault(found.group(1), found.group()));
    }

    /** A secret is asked for when the plan runs. */
    private Optional<String> given(String name) {
        Optional<RunKey> key = RunKey.of(name);
        Optional<String> value = key.flatMap(settings::given);
        return key.filter(each -> each.kind() == RunKey.Kind.SECRET).isPresent()
                ? value.map(secret -> "${__P(" + name + ",)}")
                : value;
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> value) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found)));
    }
}
