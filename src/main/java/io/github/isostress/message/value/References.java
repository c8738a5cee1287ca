package io.github.isostress.message.value;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/**
 * The variables and functions in a text, each from its {@code $} to its brace: what else the text holds is left out.
 */
public final class References {
    private static final String OPENING = "${";
    private static final String FUNCTION = "${__";
    private static final String NAME_CHARACTERS = "_.-";

    private References() {}

    /**
     * All of them, outermost only, in the order of the text. One that is not closed ends behind its function's name.
     */
    public static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf(OPENING); at >= 0; at = text.indexOf(OPENING, at)) {
            int end = end(text, at + OPENING.length());
            found.add(text.substring(at, end));
            at = end;
        }
        return found;
    }

    /** The functions among them; all of them if there is none. */
    static List<String> functionsIn(String text) {
        List<String> all = in(text);
        List<String> functions =
                all.stream().filter(each -> each.startsWith(FUNCTION)).toList();
        return functions.isEmpty() ? all : functions;
    }

    private static int end(String text, int start) {
        int depth = 1;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        int end = start;
        while (text.startsWith(FUNCTION, start - OPENING.length())
                && end < text.length()
                && isOfName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char character) {
        return Character.isLetter(character) || StringUtils.contains(NAME_CHARACTERS, character);
    }
}
