package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.sample.ColumnVariables;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Which elements of a message are kept as JMeter variables. Immutable.
 *
 * @param entries in the order of the text
 */
public record ResponseVariables(List<Entry> entries) {
    private static final Pattern AROUND_SIGN = Pattern.compile("[ \t]*=[ \t]*");
    private static final Pattern NAME = Pattern.compile("[^\\s,=${}]+");
    private static final String EXAMPLE = "write an element and a variable such as 38=AUTH_ID";
    private static final int SHOWN = 6;

    /**
     * An element and its variable.
     *
     * @param path the element or a part of one
     * @param name the variable's name, without the <code>${}</code> of its use
     */
    public record Entry(ElementPath path, String name) {}

    /** Copies the list. */
    public ResponseVariables {
        entries = List.copyOf(entries);
    }

    /**
     * Reads {@code 38=AUTH_ID 55.8A=ARC}, entries separated by blanks, commas or lines.
     *
     * @param text blank for none
     * @throws IllegalArgumentException with one clear sentence that names the entry and the rule
     */
    public static ResponseVariables parse(String text) {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String word : PropertyReader.words(AROUND_SIGN.matcher(text).replaceAll("="))) {
            Entry entry = entry(word);
            if (!names.add(entry.name())) {
                throw new IllegalArgumentException(
                        "the variable '" + entry.name() + "' is given two elements: each variable holds one");
            }
            entries.add(entry);
        }
        return new ResponseVariables(entries);
    }

    private static Entry entry(String word) {
        int sign = word.indexOf('=');
        if (sign < 0) {
            throw new IllegalArgumentException("'" + beginning(word) + "' has no =: " + EXAMPLE);
        }
        ElementPath path = ElementPath.parse(word.substring(0, sign));
        String name = word.substring(sign + 1);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("element " + path + " has no variable: " + EXAMPLE);
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("element " + path
                    + " has a variable whose name JMeter cannot use: it may not hold any of = $ { }, " + EXAMPLE);
        }
        return new Entry(path, name);
    }

    /**
     * Sets each variable, so that none keeps an old value.
     *
     * @param message empty if there is none
     * @param otherwise the value of a variable whose element the message does not have
     */
    public void set(JMeterVariables variables, Optional<DecodedMessage> message, String otherwise) {
        for (Entry entry : entries) {
            Optional<String> value =
                    message.isEmpty() ? Optional.empty() : message.get().value(entry.path());
            ColumnVariables.put(variables, entry.name(), value.orElse(otherwise));
        }
    }

    /** The first characters only: a user may have put a card number there. */
    private static String beginning(String word) {
        return StringUtils.abbreviate(word, SHOWN + "...".length());
    }
}
