package io.github.isostress.jmeter.gui.help;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import java.awt.Component;
import java.awt.Container;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JTabbedPane;
import org.apache.jmeter.gui.JMeterGUIComponent;

/**
 * Where to read in the help.
 *
 * @param anchor a name on the page; blank for its beginning
 */
record HelpPlace(HelpPage page, String anchor) {
    /** The beginning of a page. */
    static HelpPlace top(HelpPage page) {
        return new HelpPlace(page, "");
    }

    /** What the help says of a panel, at the tab that is seen. */
    static HelpPlace of(JMeterGUIComponent panel) {
        String tab = panel instanceof Container container
                ? tabs(container)
                        .filter(tabs -> tabs.getSelectedIndex() >= 0)
                        .map(tabs -> tabs.getTitleAt(tabs.getSelectedIndex()))
                        .findFirst()
                        .orElse("")
                : "";
        return new HelpPlace(HelpPage.ofPanel(panel.getDocAnchor()), PanelLabels.anchor(tab));
    }

    private static Stream<JTabbedPane> tabs(Container container) {
        return Stream.of(container.getComponents()).flatMap(HelpPlace::tabsOf);
    }

    private static Stream<JTabbedPane> tabsOf(Component part) {
        if (part instanceof JTabbedPane tabs) {
            return Stream.of(tabs);
        }
        return part instanceof Container inner ? tabs(inner) : Stream.empty();
    }

    /** Where a link of this page leads: {@code #anchor}, {@code page.html} or {@code page.html#anchor}. */
    Optional<HelpPlace> follow(String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        String name = hash < 0 ? "" : link.substring(hash + 1);
        Optional<HelpPage> target = file.isEmpty() ? Optional.of(page) : HelpPage.ofFile(file);
        return target.map(found -> new HelpPlace(found, name));
    }
}
