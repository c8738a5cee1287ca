package io.github.isostress.jmeter.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.DefinedPart;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the picker offers while one types. */
class ElementChoiceTest {
    private static final List<DefinedPart> TAGS = List.of(
            new DefinedPart("55.9F02", "Amount, Authorised (Numeric)", ""),
            new DefinedPart("55.9F03", "Amount, Other (Numeric)", ""));
    private static final List<DefinedPart> DEFINED = List.of(
            new DefinedPart("2", "PAN", "n..19"),
            new DefinedPart("12", "TIME, LOCAL", "n 6"),
            new DefinedPart("48", "PRIVATE DATA", "ans..999, 2 parts"),
            new DefinedPart("48.1", "Kind", "ans 2"),
            new DefinedPart("48.2", "Count", "n 4"),
            new DefinedPart("55", "ICC DATA", "b..255"));
    private static final List<DefinedPart> MAC = List.of(new DefinedPart("64", "MAC FIELD", "b 8"));

    @Test
    void shouldOfferEverythingWhenNothingIsTyped() {
        assertThat(paths("")).containsExactly("2", "12", "48", "48.1", "48.2", "55");
    }

    @Test
    void shouldOfferWhatFitsWhenANumberOrANameIsTyped() {
        assertThat(paths("2")).containsExactly("2");
        assertThat(paths(" time")).containsExactly("12");
        assertThat(paths("xyz")).isEmpty();
    }

    @Test
    void shouldOfferPartsByNumberAndByName() {
        assertThat(paths("48")).containsExactly("48", "48.1", "48.2");
        assertThat(choices("48.2")).containsExactly(new ElementChoice("48.2", "Count", "n 4", ""));
        assertThat(paths("count")).containsExactly("48.2");
    }

    @Test
    void shouldOfferTagsByNumberAndByNameWhenSomethingIsTyped() {
        assertThat(choices("55.9f02"))
                .containsExactly(new ElementChoice("55.9F02", "Amount, Authorised (Numeric)", "", ""));
        assertThat(paths("55.")).containsExactly("55.9F02", "55.9F03");
        assertThat(paths("other")).containsExactly("55.9F03");
    }

    @Test
    void shouldOfferWhatIsTypedFirstWhenItIsAPathOfItsOwn() {
        assertThat(choices("48.9")).containsExactly(new ElementChoice("48.9", "", "", ""));
        assertThat(paths("1")).containsExactly("12");
        assertThat(paths("5")).containsExactly("5", "55", "55.9F02", "55.9F03");
    }

    @Test
    void shouldOfferTheUsualFormulaBehindItsElementWhenItFits() {
        List<ElementChoice> offered = new ElementChoices(MAC, List.of()).fitting("64");

        assertThat(offered).extracting(ElementChoice::path).containsExactly("64", "64");
        assertThat(offered).extracting(ElementChoice::value).containsExactly("", ":= mac ");
        assertThat(new ElementChoices(MAC, List.of()).fitting(":= mac")).containsExactly(offered.get(1));
    }

    @Test
    void shouldKnowEachUsualFormulaWhenTheCatalogueIsAsked() {
        assertThat(UsualFormula.ALL)
                .filteredOn(formula -> formula.choice().isEmpty())
                .isEmpty();
    }

    private static List<String> paths(String typed) {
        return choices(typed).stream().map(ElementChoice::path).toList();
    }

    private static List<ElementChoice> choices(String typed) {
        return new ElementChoices(DEFINED, TAGS)
                .fitting(typed).stream().filter(choice -> !choice.isFormula()).toList();
    }
}
