package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.number.CounterRule;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.MessageInputs;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The transaction counter of a card's chip. Immutable and thread-safe. */
final class AtcFormula implements Formula {
    private static final Setting CARD = Setting.optional("card", "card number", CardSettings.PAN.byDefault());
    private static final Setting START = Setting.optional("start", "the first counter", "1");
    private static final int DIGITS = 4;
    private static final CounterRule TWO_BYTES = CounterRule.upTo(0xFFFF);

    static final FormulaKind KIND = new FormulaKind(
            "atc",
            "The transaction counter of a chip (tag 9F36), one up for each transaction of a card",
            List.of(CARD, CardSettings.SEQUENCE, START),
            AtcFormula::new);

    private final List<FormulaInput> inputs;

    private AtcFormula(FormulaSettings settings) {
        inputs = new ArrayList<>(List.of(CardSettings.pan(settings, CARD), CardSettings.sequence(settings)));
        settings.optional(START.name()).ifPresent(inputs::add);
    }

    @Override
    public Set<ElementPath> needs() {
        return inputs.stream().flatMap(input -> input.needs().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Computation begin() {
        List<FormulaInput.Given> given =
                inputs.stream().map(FormulaInput::begin).toList();
        return new Computation() {
            private String counter;

            @Override
            public String value(MessageInputs message) {
                if (counter == null) {
                    counter = next(new SettingValues(given, message));
                }
                return counter;
            }

            @Override
            public String explained(MessageInputs message) {
                return "for the card " + CardSettings.masked(new SettingValues(given, message), CARD);
            }
        };
    }

    private static String next(SettingValues values) {
        String card = "atc " + CardSettings.pan(values, CARD) + " " + values.textOr(CardSettings.SEQUENCE.name(), "");
        long counter = values.message()
                .counters()
                .next(card, values.wholeOr(START.name(), 1), TWO_BYTES)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the card's transaction counter is used up: the last one is FFFF (EMV Book 3, tag 9F36)"));
        return HexFormat.of().withUpperCase().toHexDigits(counter, DIGITS);
    }
}
