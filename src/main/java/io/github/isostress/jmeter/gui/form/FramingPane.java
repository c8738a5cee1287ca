package io.github.isostress.jmeter.gui.form;

import io.github.isostress.framing.FramePart;
import io.github.isostress.framing.FramedExample;
import io.github.isostress.framing.Framing;
import io.github.isostress.framing.FramingParts;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.framing.Lrc;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            "none",
            "binary1",
            "binary2",
            "binary4",
            "binary2-le",
            "binary4-le",
            "bcd2",
            "ascii4",
            "ascii6",
            "ebcdic4",
            "hex4");
    private static final List<String> LRCS =
            Arrays.stream(Lrc.values()).map(Lrc::word).toList();

    private final ChoiceField text;
    private final ChoiceField length = new ChoiceField(LENGTHS);
    private final Map<FramePart, JCheckBox> counted = new EnumMap<>(FramePart.class);
    private final JTextField lead = new JTextField(6);
    private final JTextField filler = new JTextField(4);
    private final JTextField header = new JTextField(12);
    private final JTextField skip = new JTextField(4);
    private final JTextField trailer = new JTextField(4);
    private final ChoiceField lrc = new ChoiceField(LRCS);
    private final JTextField quiet = new JTextField(4);
    private final JTextField max = new JTextField(7);
    private final JCheckBox polls = new JCheckBox();
    private final SentenceArea example = new SentenceArea(2);
    private boolean inStep;

    /** The parts of the framing in that field. */
    FramingPane(ChoiceField text) {
        // Once the user has zoomed, JMeter's looks ask for room around a field's border, here outside the panel.
        super(new MigLayout(
                "novisualpadding, insets 0, fillx, wrap 6",
                "[][grow 40, fill]unrel[][grow 30, fill]unrel[][grow 30, fill]"));
        this.text = text;
        add("length", length);
        add("lead", lead);
        add("filler", filler);
        add("header", header);
        add("skip", skip);
        add("trailer", trailer);
        add("lrc", lrc);
        add("quiet", quiet);
        add("max", max);
        FramePart.COUNTABLE.forEach(part -> counted.put(part, new JCheckBox()));
        counted.forEach((part, box) -> add(named(key(part), box), "span 2"));
        add(named("polls", polls), "span 2");
        add(example, "newline, span 6, growx, wmin 0");
        example.getAccessibleContext().setAccessibleName(PanelLabels.get(PREFIX + "example"));
        example.setToolTipText(PanelLabels.get(PREFIX + "example.tip"));
        text.onChange(this::textChanged);
        Stream.of(length, lrc).forEach(part -> part.onChange(this::partChanged));
        Stream.of(lead, filler, header, skip, trailer, quiet, max)
                .forEach(part -> part.getDocument().addDocumentListener(new OnChange(this::partChanged)));
        boxes().forEach(box -> box.addActionListener(event -> partChanged()));
        textChanged();
    }

    private Stream<JCheckBox> boxes() {
        return Stream.concat(counted.values().stream(), Stream.of(polls));
    }

    private static String key(FramePart part) {
        return "counts." + part.name().toLowerCase(Locale.ROOT);
    }

    private void add(String key, JComponent part) {
        JLabel label = new JLabel(PanelLabels.get(PREFIX + key) + ":");
        label.setLabelFor(part);
        label.setToolTipText(PanelLabels.get(PREFIX + key + ".tip"));
        add(label);
        add(named(key, part), "w 30lp:60lp");
    }

    private static JComponent named(String key, JComponent part) {
        String name = PanelLabels.get(PREFIX + key);
        FieldNames.name(part, name);
        FieldNames.describe(part, PanelLabels.get(PREFIX + key + ".tip"));
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
            parsed().ifPresentOrElse(
                            framing -> show(FramingParts.of(framing), true), () -> show(FramingParts.BLANK, false));
        } finally {
            inStep = false;
        }
    }

    private void show(FramingParts parts, boolean known) {
        length.show(parts.length());
        counted.forEach((part, box) -> box.setSelected(parts.counted().contains(part)));
        lead.setText(parts.lead());
        filler.setText(parts.filler());
        header.setText(parts.header());
        skip.setText(parts.skip());
        trailer.setText(parts.trailer());
        lrc.show(parts.lrc());
        polls.setSelected(parts.answersPolls());
        quiet.setText(parts.quiet());
        max.setText(parts.max());
        Stream.concat(boxes(), Stream.of(length, lead, filler, header, skip, trailer, lrc, quiet, max))
                .forEach(part -> part.setEnabled(known));
    }

    /** A part was changed by hand: what is wrong with it is said, and left as it was typed. */
    private void partChanged() {
        if (inStep) {
            return;
        }
        inStep = true;
        try {
            text.show(parts().text(preset()));
            parsed();
        } finally {
            inStep = false;
        }
    }

    private FramingParts parts() {
        return new FramingParts(
                length.text(),
                counted.entrySet().stream()
                        .filter(each -> each.getValue().isSelected())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                lead.getText(),
                filler.getText(),
                header.getText(),
                skip.getText(),
                trailer.getText(),
                lrc.text(),
                polls.isSelected(),
                quiet.getText(),
                max.getText());
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
            example.tell(PanelLabels.get(PREFIX + "expression"));
            return Optional.empty();
        }
        try {
            Framing framing = FramingReader.parse(text.text());
            example.tell(words(FramedExample.of(framing, MESSAGE)));
            return Optional.of(framing);
        } catch (IllegalArgumentException e) {
            example.refuse(e.getMessage());
            return Optional.empty();
        }
    }

    private static String words(FramedExample example) {
        return MessageFormat.format(
                PanelLabels.get(PREFIX + "onTheWire"),
                example.messageLength(),
                example.parts().stream()
                        .map(part -> MessageFormat.format(
                                PanelLabels.get(
                                        PREFIX + "part." + part.part().name().toLowerCase(Locale.ROOT)),
                                part.hex()))
                        .collect(Collectors.joining("  |  ")));
    }

    /** The example bytes, or what is wrong with the text. */
    SentenceArea example() {
        return example;
    }
}
