package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.DescribedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;

/**
 * What a search finds in one or several messages, in a ring: after the last comes the first. An element that is found
 * in several messages is one place in the ring, for it is selected in all of them. Used on the event thread.
 */
final class SearchRing implements SearchedPlaces {
    private final List<MessagePane> panes;
    private List<Hit> hits = List.of();

    private record Hit(MessagePane pane, int element) {
        boolean isSelected() {
            return pane.selected() == element;
        }
    }

    SearchRing(List<MessagePane> panes) {
        this.panes = List.copyOf(panes);
    }

    /**
     * Looks for a text in whatever the trees show, whatever its case, and marks what is found. An empty text finds
     * none.
     */
    @Override
    public void search(String text) {
        List<Hit> places = new ArrayList<>();
        Set<String> earlier = new HashSet<>();
        for (MessagePane pane : panes) {
            ElementTree tree = pane.tree();
            BitSet matches = matches(tree, text.strip());
            pane.mark(matches);
            matches.stream()
                    .filter(element -> !earlier.contains(tree.path(element)))
                    .forEach(element -> places.add(new Hit(pane, element)));
            matches.stream().mapToObj(tree::path).forEach(earlier::add);
        }
        hits = places;
    }

    private static BitSet matches(ElementTree tree, String text) {
        BitSet matches = new BitSet();
        for (int i = 0; i < tree.size() && !text.isEmpty(); i++) {
            matches.set(i, matches(tree.element(i), text));
        }
        return matches;
    }

    private static boolean matches(DescribedElement element, String text) {
        return Arrays.stream(ElementColumn.values())
                .anyMatch(column -> StringUtils.containsIgnoreCase(column.text(element), text));
    }

    @Override
    public int size() {
        return hits.size();
    }

    @Override
    public int position() {
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).isSelected()) {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public void next() {
        select(position());
    }

    @Override
    public void previous() {
        select(position() == 0 ? -1 : position() - 2);
    }

    private void select(int place) {
        if (!hits.isEmpty()) {
            Hit hit = hits.get(Math.floorMod(place, hits.size()));
            hit.pane.select(hit.element);
        }
    }
}
