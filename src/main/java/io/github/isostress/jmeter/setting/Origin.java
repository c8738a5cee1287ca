package io.github.isostress.jmeter.setting;

import io.github.isostress.message.masking.ShownText;
import io.github.isostress.message.value.References;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * Where a property's value comes from: the variables and functions in its text, for the sentence that refuses the value.
 * Nothing else of the text is shown. Immutable.
 *
 * @param references as the plan has them; none where the value stands in the plan itself
 */
record Origin(List<String> references) {
    private static final int MOST_REFERENCES = 3;
    private static final int LONGEST_REFERENCE = 60;

    /** Of a property's text as the plan has it. */
    static Origin of(String written) {
        return new Origin(References.in(written));
    }

    boolean isPlan() {
        return references.isEmpty();
    }

    /** The variables and functions, for a sentence. */
    String words() {
        return references.stream()
                .limit(MOST_REFERENCES)
                .map(ShownText::ofOthers)
                .map(reference -> StringUtils.abbreviate(reference, LONGEST_REFERENCE))
                .collect(Collectors.joining(" and "));
    }

    /**
     * The end of a sentence that refuses a value.
     *
     * @param value what the text gave; it is not shown
     */
    String after(String value) {
        if (isPlan()) {
            return "";
        }
        String verb = references.size() == 1 ? " has given" : " have given";
        return "; " + words() + verb + (value.isBlank() ? " nothing" : " this value");
    }
}
