package io.github.isostress.jmeter.gui;

import io.github.isostress.wire.FramedExample;
import io.github.isostress.wire.Framing;
import io.github.isostress.wire.FramingParts;
import io.github.isostress.wire.FramingPreset;
import io.github.isostress.wire.FramingText;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * The parts of a framing, in step with the text that stands for them, and below them how a message begins on the wire.
 * The text is the property; a change of a part rewrites it.
 */
final class FramingPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "framing.";
    private static final String REFERENCE = "${";
    private static final int MESSAGE = 87;
    private static final List<String> LENGTHS = List.of(
            "none", "binary1", "binary2", "binary4", "binary2-le", "binary4-le", "bcd2", "ascii4", "ascii6", "hex4");

    private static final FramingParts NO_PARTS = new FramingParts("", false, false, "", "", "", "");

    private final ChoiceField text;
    private final ChoiceField length = new ChoiceField(LENGTHS);
    private final JCheckBox inclusive = new JCheckBox();
    private final JCheckBox countsHeader = new JCheckBox();
    private final JTextField header = new JTextField(12);
    private final JTextField skip = new JTextField(4);
    private final JTextField trailer = new JTextField(4);
    private final JTextField max = new JTextField(7);
    private final SentenceArea example = new SentenceArea(2);
    private boolean inStep;

    /** The parts of the framing in that field. */
    FramingPane(ChoiceField text) {
        super(new MigLayout(
                "insets 0, fillx, wrap 6", "[][grow 40, fill]unrel[][grow 30, fill]unrel[][grow 30, fill]"));
        this.text = text;
        add("length", length);
        add(named("inclusive", inclusive), "span 2");
        add(named("countsHeader", countsHeader), "span 2");
        add("header", header);
        add("skip", skip);
        add("trailer", trailer);
        add("max", max);
        add(example, "newline, span 6, growx, wmin 0");
        example.getAccessibleContext().setAccessibleName(Labels.get(PREFIX + "example"));
        example.setToolTipText(Labels.get(PREFIX + "example.tip"));
        text.onChange(this::textChanged);
        length.onChange(this::partChanged);
        Stream.of(header, skip, trailer, max)
                .forEach(part -> part.getDocument().addDocumentListener(new OnChange(this::partChanged)));
        inclusive.addActionListener(event -> partChanged());
        countsHeader.addActionListener(event -> partChanged());
        textChanged();
    }

    private void add(String key, JComponent part) {
        JLabel label = new JLabel(Labels.get(PREFIX + key) + ":");
        label.setLabelFor(part);
        label.setToolTipText(Labels.get(PREFIX + key + ".tip"));
        add(label);
        add(named(key, part));
    }

    private static JComponent named(String key, JComponent part) {
        String name = Labels.get(PREFIX + key);
        part.getAccessibleContext().setAccessibleName(name);
        PropertyForm.describe(part, Labels.get(PREFIX + key + ".tip"));
        if (part instanceof JCheckBox box) {
            box.setText(name);
        }
        return part;
    }

    /** The text was shown, typed or chosen. */
    private void textChanged() {
        if (inStep) {
            return;
        }
        inStep = true;
        try {
            parsed().ifPresentOrElse(framing -> show(FramingParts.of(framing), true), () -> show(NO_PARTS, false));
        } finally {
            inStep = false;
        }
    }

    private void show(FramingParts parts, boolean known) {
        length.show(parts.length());
        inclusive.setSelected(parts.inclusive());
        countsHeader.setSelected(parts.countsHeader());
        header.setText(parts.header());
        skip.setText(parts.skip());
        trailer.setText(parts.trailer());
        max.setText(parts.max());
        Stream.of(length, inclusive, countsHeader, header, skip, trailer, max).forEach(part -> part.setEnabled(known));
    }

    /** A part was changed by hand: what is wrong with it is said, and left as it was typed. */
    private void partChanged() {
        if (inStep) {
            return;
        }
        inStep = true;
        try {
            text.show(new FramingParts(
                            length.text(),
                            inclusive.isSelected(),
                            countsHeader.isSelected(),
                            header.getText(),
                            skip.getText(),
                            trailer.getText(),
                            max.getText())
                    .text(preset()));
            parsed();
        } finally {
            inStep = false;
        }
    }

    private FramingPreset preset() {
        String name = text.text().strip().split("[\\s,]+")[0];
        return Stream.of(FramingPreset.values())
                .filter(preset -> preset.presetName().equals(name))
                .findFirst()
                .orElse(FramingPreset.BINARY2);
    }

    /** The framing that the text stands for, after the example or the reason why there is none was shown. */
    private Optional<Framing> parsed() {
        if (text.text().contains(REFERENCE)) {
            example.tell(Labels.get(PREFIX + "expression"));
            return Optional.empty();
        }
        try {
            Framing framing = FramingText.parse(text.text());
            example.tell(words(FramedExample.of(framing, MESSAGE)));
            return Optional.of(framing);
        } catch (IllegalArgumentException e) {
            example.refuse(e.getMessage());
            return Optional.empty();
        }
    }

    private static String words(FramedExample example) {
        return MessageFormat.format(
                Labels.get(PREFIX + "onTheWire"),
                example.messageLength(),
                example.parts().stream()
                        .map(part -> MessageFormat.format(
                                Labels.get(PREFIX + "part." + part.role().name().toLowerCase(Locale.ROOT)), part.hex()))
                        .collect(Collectors.joining("  |  ")));
    }

    /** What is said below the parts. */
    SentenceArea example() {
        return example;
    }
}
