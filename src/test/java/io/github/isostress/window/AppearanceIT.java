package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Container;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;

/** The eye that looks at the panels does see what is wrong. */
@WindowTest
class AppearanceIT {
    @Test
    void shouldFindNothingWhenAllHasItsRoom(JMeterGui jmeter) {
        assertThat(flaws(new JLabel("a label"), new Rectangle(0, 0, 300, 30), new Rectangle(0, 40, 300, 30)))
                .isEmpty();
    }

    @Test
    void shouldFindALabelWhenItIsCut(JMeterGui jmeter) {
        assertThat(flaws(new JLabel("a label"), new Rectangle(0, 0, 10, 30), new Rectangle(0, 40, 300, 30)))
                .singleElement()
                .asString()
                .startsWith("JLabel \"a label\" a label needs ");
    }

    @Test
    void shouldFindALabelWhenItLiesOnAnother(JMeterGui jmeter) {
        assertThat(flaws(new JLabel("a label"), new Rectangle(0, 0, 300, 30), new Rectangle(0, 20, 300, 30)))
                .singleElement()
                .asString()
                .contains("overlaps JLabel \"a label\"");
    }

    @Test
    void shouldFindALabelWhenItLiesOutside(JMeterGui jmeter) {
        assertThat(flaws(new JLabel("a label"), new Rectangle(250, 0, 300, 30), new Rectangle(0, 40, 300, 30)))
                .singleElement()
                .asString()
                .contains("lies outside");
    }

    @Test
    void shouldFindATitleWhenItIsCut(JMeterGui jmeter) {
        JPanel narrow = new JPanel();
        narrow.setBorder(BorderFactory.createTitledBorder("a title much longer than its block"));

        assertThat(flaws(narrow, new Rectangle(0, 0, 60, 30), new Rectangle(0, 40, 300, 30)))
                .singleElement()
                .asString()
                .contains("the title \"a title much longer");
    }

    @Test
    void shouldFindCellsAndColumnTitlesWhenTheyAreCut(JMeterGui jmeter) {
        JTable table =
                new JTable(new Object[][] {{"a value much longer than its column"}}, new Object[] {"a wide title"});

        List<String> flaws =
                flaws(new JScrollPane(table), new Rectangle(0, 0, 40, 200), new Rectangle(100, 0, 100, 30));

        assertThat(flaws)
                .anyMatch(flaw -> flaw.startsWith("cell a wide title of row 1 is cut"))
                .anyMatch(flaw -> flaw.equals("the column title \"a wide title\" is cut"));
    }

    /** What is wrong with a panel of 400 x 200 in which that component and a label have these places. */
    private static List<String> flaws(java.awt.Component component, Rectangle place, Rectangle second) {
        JDialog dialog = Edt.get(() -> {
            JLabel label = new JLabel("second");
            component.setBounds(place);
            label.setBounds(second);
            Container panel = new JPanel(null);
            panel.setPreferredSize(new java.awt.Dimension(400, 200));
            panel.add(component);
            panel.add(label);
            JDialog made = new JDialog();
            made.setContentPane(panel);
            made.pack();
            made.setVisible(true);
            return made;
        });
        List<String> flaws = Appearance.flaws(dialog.getContentPane());
        Edt.run(dialog::dispose);
        return flaws;
    }
}
