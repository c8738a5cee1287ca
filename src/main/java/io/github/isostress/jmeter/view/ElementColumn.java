package io.github.isostress.jmeter.view;

import io.github.isostress.message.describe.DescribedElement;
import java.util.Locale;
import java.util.function.Function;

/** What the tree shows of an element, from left to right. */
enum ElementColumn {
    LABEL(DescribedElement::label),
    NAME(DescribedElement::name),
    VALUE(DescribedElement::shown),
    MEANING(DescribedElement::meaning);

    private final Function<DescribedElement, String> text;

    ElementColumn(Function<DescribedElement, String> text) {
        this.text = text;
    }

    /** What it says of that element; may be empty. */
    String text(DescribedElement element) {
        return text.apply(element);
    }

    /** The heading of the column. */
    String title() {
        return ViewLabels.get("column." + name().toLowerCase(Locale.ROOT));
    }
}
