package io.github.isostress.jmeter.setting;

import io.github.isostress.jmeter.LastExchange;
import io.github.isostress.jmeter.sample.HostValues;
import io.github.isostress.message.ByteSpan;
import io.github.isostress.message.ElementPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * Which elements and bytes of a message are kept as JMeter variables. Immutable.
 *
 * @param entries in the order of the text
 */
public record ResponseVariables(List<Entry> entries) {
    private static final Pattern AROUND_SIGN = Pattern.compile("[ \t]*=[ \t]*");
    private static final Pattern BYTES = Pattern.compile("(?<!\\S)" + ByteRuleLine.WORD + "[ \t]+(?=\\d)");
    private static final String OF_BYTES = ByteRuleLine.WORD + ":";
    private static final Pattern NAME = Pattern.compile("[^\\s,=${}]+");
    private static final String EXAMPLE = "write an element and a variable such as 38=AUTH_ID";
    private static final int SHOWN = 6;

    /** A place in a message that has a value. */
    public sealed interface Place {
        /** The value there; empty if the message has no such place. */
        Optional<String> value(LastExchange exchange, String choice);

        /** As a sentence names it. */
        String words();
    }

    /** An element or a part of one. */
    public record AtElement(ElementPath path) implements Place {
        @Override
        public Optional<String> value(LastExchange exchange, String choice) {
            return MessageChoice.of(exchange, choice).flatMap(message -> message.value(path));
        }

        @Override
        public String words() {
            return "element " + path;
        }
    }

    /** Bytes, whose value is hex digits. */
    public record AtBytes(ByteSpan span) implements Place {
        @Override
        public Optional<String> value(LastExchange exchange, String choice) {
            return MessageChoice.bytes(exchange, choice).flatMap(message -> message.hex(span));
        }

        @Override
        public String words() {
            return ByteRuleLine.WORD + " " + span;
        }
    }

    /**
     * A place and its variable.
     *
     * @param name the variable's name, without the <code>${}</code> of its use
     */
    public record Entry(Place place, String name) {}

    /** Copies the list. */
    public ResponseVariables {
        entries = List.copyOf(entries);
    }

    /**
     * Reads {@code 38=AUTH_ID 55.8A=ARC bytes 6-9=SESSION}, entries separated by blanks, commas or lines.
     *
     * @param text blank for none
     * @throws IllegalArgumentException with one clear sentence that names the entry and the rule
     */
    public static ResponseVariables parse(String text) {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String joined = BYTES.matcher(AROUND_SIGN.matcher(text).replaceAll("=")).replaceAll(OF_BYTES);
        for (String word : PropertyReader.words(joined)) {
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
        Place place = place(word.substring(0, sign));
        String name = word.substring(sign + 1);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(place.words() + " has no variable: " + EXAMPLE);
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(place.words()
                    + " has a variable whose name JMeter cannot use: it may not hold any of = $ { }, " + EXAMPLE);
        }
        return new Entry(place, name);
    }

    private static Place place(String text) {
        return text.startsWith(OF_BYTES)
                ? new AtBytes(ByteSpan.parse(text.substring(OF_BYTES.length())))
                : new AtElement(ElementPath.parse(text));
    }

    /**
     * Sets each variable, so that none keeps an old value.
     *
     * @param exchange that has the message, or not
     * @param choice which of its messages, in the words of {@link MessageChoice}
     * @param otherwise the value of a variable whose place the message does not have
     */
    public void set(JMeterVariables variables, LastExchange exchange, String choice, String otherwise) {
        for (Entry entry : entries) {
            HostValues.put(
                    variables,
                    entry.name(),
                    entry.place().value(exchange, choice).orElse(otherwise));
        }
    }

    /** The first characters only: a user may have put a card number there. */
    private static String beginning(String word) {
        return StringUtils.abbreviate(word, SHOWN + "...".length());
    }
}
