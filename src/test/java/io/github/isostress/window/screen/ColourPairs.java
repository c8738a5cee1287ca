package io.github.isostress.window.screen;

import io.github.isostress.jmeter.gui.form.ThemeColours;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** The pairs of text and ground in which our panels and views draw, in the look that is on; on the event thread. */
public final class ColourPairs {
    private final Map<String, Double> contrasts = new LinkedHashMap<>();

    private ColourPairs() {}

    /** The contrast ratio of each pair, by what it is. */
    public static Map<String, Double> contrasts() {
        ColourPairs pairs = new ColourPairs();
        JTable table = new JTable();
        Color panel = UIManager.getColor("Panel.background");
        Color wrong = ThemeColours.behindProblem(table.getBackground());
        Color found = ThemeColours.match(table);
        pairs.add("problem on a panel", ThemeColours.problem(panel), panel);
        for (Map.Entry<String, Color> ground : Map.of(
                        "a row", table.getBackground(), "a wrong row", wrong, "a row that was found", found)
                .entrySet()) {
            Color on = ground.getValue();
            String place = " on " + ground.getKey();
            pairs.add("plain" + place, table.getForeground(), on);
            pairs.add("problem" + place, ThemeColours.problem(on), on);
            pairs.add("expression" + place, ThemeColours.computed(table.getForeground(), on), on);
            pairs.add("formula" + place, ThemeColours.formula(table.getForeground(), on), on);
            pairs.add("inherited" + place, ThemeColours.quiet(table.getForeground(), on), on);
        }
        JTextArea bytes = new JTextArea();
        pairs.add("byte on a faint shade", onShade(bytes, ThemeColours.faint(bytes)), ThemeColours.faint(bytes));
        pairs.add("byte on a clear shade", onShade(bytes, ThemeColours.clear(bytes)), ThemeColours.clear(bytes));
        pairs.add("offset of bytes", ThemeColours.quiet(bytes), bytes.getBackground());
        return pairs.contrasts;
    }

    private static Color onShade(JTextArea bytes, Color shade) {
        return ThemeColours.readable(bytes.getForeground(), shade);
    }

    private void add(String pair, Color text, Color ground) {
        contrasts.put(pair, ThemeColours.contrast(text, ground));
    }
}
