package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.message.ElementPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** How the answers on a connection are matched with its requests, in words. */
final class MatchWords {
    /** Where answers tell nothing of their requests. */
    static final String IN_ORDER = "answers taken in the order of the requests";

    private static final String SEPARATORS = ", \t\r\n";
    private static final String OF_EACH = "answers matched by MTI and match elements";

    private MatchWords() {}

    /** Of these requests, as they stand in the plan. What their expressions give is not looked into. */
    static String of(List<Iso8583Request> requests) {
        Set<List<String>> all = requests.stream()
                .map(request -> request.getString(Iso8583RequestSchema.INSTANCE.matchElements))
                .map(text -> List.of(StringUtils.split(text, SEPARATORS)))
                .collect(Collectors.toSet());
        return all.size() == 1 ? matchedBy(all.iterator().next()) : OF_EACH;
    }

    private static String matchedBy(List<String> elements) {
        return switch (String.join(" ", elements)) {
            case "in order" -> IN_ORDER;
            case "none" -> "answers matched by the MTI alone";
            case "" -> OF_EACH;
            default ->
                elements.stream().allMatch(MatchWords::isElement)
                        ? "answers matched by MTI" + named(elements)
                        : OF_EACH;
        };
    }

    private static boolean isElement(String text) {
        try {
            ElementPath.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String named(List<String> elements) {
        String last = " and DE " + elements.get(elements.size() - 1);
        return elements.stream()
                .limit(elements.size() - 1L)
                .map(element -> ", DE " + element)
                .collect(Collectors.joining("", "", last));
    }
}
