package io.github.isostress.jmeter.gui.help;

import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.gui.form.SettingWords;
import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.seal.FormulaKind;
import io.github.isostress.seal.Setting;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/** The formulas of the catalogue as a table of a page. Stateless. */
final class FormulaTable {
    private FormulaTable() {}

    /** The table, in HTML. */
    static String html() {
        return FormulaCatalogue.kinds().stream()
                .map(FormulaTable::row)
                .collect(Collectors.joining(
                        "\n",
                        "<table border=\"0\">\n<tr><th>" + PanelLabels.get("help.formula") + "</th><th>"
                                + PanelLabels.get("help.formula.summary") + "</th></tr>\n",
                        "\n</table>"));
    }

    private static String row(FormulaKind kind) {
        String settings = kind.settings().stream().map(FormulaTable::setting).collect(Collectors.joining("<br>\n"));
        return "<tr><td>" + code(kind.name()) + "</td><td>" + StringEscapeUtils.escapeHtml4(kind.summary()) + "<br>\n"
                + settings + "</td></tr>";
    }

    private static String setting(Setting setting) {
        return code(setting.name() + "=") + " " + StringEscapeUtils.escapeHtml4(SettingWords.of(setting));
    }

    private static String code(String text) {
        return "<code>" + StringEscapeUtils.escapeHtml4(text) + "</code>";
    }
}
