package io.github.isostress.jmeter.view;

/** What a search finds, in a ring: after the last place comes the first. Used on the event thread. */
public interface SearchedPlaces {
    /** Looks for a text, whatever its case; an empty one finds nothing. */
    void search(String text);

    /** How many places there are. */
    int size();

    /** The place that is selected, from 1; 0 if none is. */
    int position();

    /** Selects the next place. */
    void next();

    /** Selects the place before. */
    void previous();
}
