package io.github.isostress.message.packager;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one packager's definition, found while it is read. For one reading by one thread. */
final class Mistakes {
    /** More mistakes would not be read. */
    private static final int MOST = 50;

    private final String name;
    private final List<String> sentences = new ArrayList<>();

    /**
     * None yet.
     *
     * @param name what sentences call the definition, such as {@code packager file mine.xml}
     */
    Mistakes(String name) {
        this.name = name;
    }

    /** Notes one and goes on. */
    void add(String place, String rule) {
        if (sentences.size() < MOST) {
            sentences.add(sentence(place, rule));
        }
    }

    /** Notes one of an element and goes on. */
    void add(DefinitionTag tag, String rule) {
        add(tag.label(), rule);
    }

    /** All that were noted, and one after which nothing can be read. */
    PackagerRefusal refusal(String place, String rule) {
        List<String> all = new ArrayList<>(sentences);
        all.add(sentence(place, rule));
        return new PackagerRefusal(all);
    }

    /** Ends the reading if there are any. */
    void refuseIfAny() {
        if (!sentences.isEmpty()) {
            throw new PackagerRefusal(sentences);
        }
    }

    private String sentence(String place, String rule) {
        return name + (place.isEmpty() ? "" : ", " + place) + ": " + rule;
    }
}
