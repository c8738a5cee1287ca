package io.github.isostress.jmeter.gui.form;

import java.awt.BorderLayout;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.apache.jmeter.gui.util.FileDialoger;
import org.apache.jmeter.util.JMeterUtils;
import org.apache.jorphan.gui.JFactory;

/** A file name, and a button to browse for it. JMeter's own is not in line with other fields. */
public final class FileField extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JTextField name = new JTextField();

    FileField(String... extensions) {
        super(new BorderLayout(5, 0));
        JButton browse = JFactory.small(new JButton(JMeterUtils.getResString("browse")));
        browse.addActionListener(event -> {
            JFileChooser chooser = FileDialoger.promptToOpenFile(extensions, name.getText());
            if (chooser != null && chooser.getSelectedFile() != null) {
                name.setText(chooser.getSelectedFile().getPath());
            }
        });
        add(name, BorderLayout.CENTER);
        add(browse, BorderLayout.EAST);
    }

    /** Where a file's name is typed. */
    JTextField name() {
        return name;
    }
}
