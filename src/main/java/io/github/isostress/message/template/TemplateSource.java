package io.github.isostress.message.template;

import java.util.List;

/**
 * A named text of template lines: a request's own, or one that requests inherit from. Printed, it shows its name alone,
 * as the text may hold card numbers.
 *
 * @param name what users call it; problems name it if a template has several texts
 * @param text the lines, see {@link MessageTemplate}
 */
public record TemplateSource(String name, String text) {
    /** The sources of a template that has one text alone, which needs no name. */
    public static List<TemplateSource> only(String text) {
        return List.of(new TemplateSource("", text));
    }

    @Override
    public String toString() {
        return name;
    }
}
