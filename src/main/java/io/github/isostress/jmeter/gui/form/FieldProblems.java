package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.setting.SettingCheck;
import io.github.isostress.jmeter.setting.SettingChecks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.text.JTextComponent;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** Says what is wrong with fields while they are typed: one sentence a line, each with the label of its field. */
final class FieldProblems {
    private final String prefix;
    private final Remark remark;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private record Field(Supplier<String> text, SettingCheck check) {}

    /**
     * Of no field as yet.
     *
     * @param prefix of the fields' labels
     * @param remark says what is wrong
     */
    FieldProblems(String prefix, Remark remark) {
        this.prefix = prefix;
        this.remark = remark;
        remark.refuse("");
    }

    /** Checks a field from now on as its property asks. */
    void check(StringPropertyDescriptor<?> property, JTextComponent field) {
        add(property, field::getText, SettingChecks.of(property));
        field.getDocument().addDocumentListener(new OnChange(this::show));
    }

    /** Checks a field from now on. */
    void check(StringPropertyDescriptor<?> property, ChoiceField field, SettingCheck check) {
        add(property, field::text, check);
        field.onChange(this::show);
    }

    private void add(StringPropertyDescriptor<?> property, Supplier<String> text, SettingCheck check) {
        fields.put(PanelLabels.get(prefix + property.getShortName()), new Field(text, check));
    }

    private void show() {
        remark.refuse(fields.entrySet().stream()
                .flatMap(field -> field
                        .getValue()
                        .check()
                        .problem(field.getValue().text().get())
                        .map(sentence -> field.getKey() + ": " + sentence)
                        .stream())
                .collect(Collectors.joining("\n")));
    }
}
