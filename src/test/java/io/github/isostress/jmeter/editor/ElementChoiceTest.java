package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.DefinedElement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the picker offers while one types. */
class ElementChoiceTest {
    private static final List<DefinedElement> DEFINED = List.of(
            new DefinedElement(2, "PAN", "n..19"),
            new DefinedElement(12, "TIME, LOCAL", "n 6"),
            new DefinedElement(55, "ICC DATA", "b..255"));
    private static final List<DefinedElement> MAC = List.of(new DefinedElement(64, "MAC FIELD", "b 8"));

    @Test
    void shouldOfferEverythingWhenNothingIsTyped() {
        assertThat(paths("")).containsExactly("2", "12", "55");
    }

    @Test
    void shouldOfferWhatFitsWhenANumberOrANameIsTyped() {
        assertThat(paths("2")).containsExactly("2");
        assertThat(paths(" time")).containsExactly("12");
        assertThat(paths("xyz")).isEmpty();
    }

    @Test
    void shouldOfferWhatIsTypedFirstWhenItIsAPathOfItsOwn() {
        assertThat(ElementChoice.fitting("55.9f02", DEFINED))
                .containsExactly(new ElementChoice("55.9F02", "ICC DATA", "", ""));
        assertThat(paths("1")).containsExactly("12");
        assertThat(paths("5")).containsExactly("5", "55");
    }

    @Test
    void shouldOfferTheUsualFormulaBehindItsElementWhenItFits() {
        List<ElementChoice> offered = ElementChoice.fitting("64", MAC);

        assertThat(offered).extracting(ElementChoice::path).containsExactly("64", "64");
        assertThat(offered).extracting(ElementChoice::value).containsExactly("", ":= mac ");
        assertThat(ElementChoice.fitting(":= mac", MAC)).containsExactly(offered.get(1));
    }

    @Test
    void shouldKnowEachUsualFormulaWhenTheCatalogueIsAsked() {
        assertThat(UsualFormula.ALL)
                .filteredOn(formula -> formula.choice().isEmpty())
                .isEmpty();
    }

    private static List<String> paths(String typed) {
        return ElementChoice.fitting(typed, DEFINED).stream()
                .filter(choice -> !choice.isFormula())
                .map(ElementChoice::path)
                .toList();
    }
}
