package io.github.isostress.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.FormulaText;
import io.github.isostress.message.value.LinePlace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of formulas. Stateless and thread-safe. */
public final class FormulaCatalogue {
    private static final List<FormulaKind> KINDS = List.of(
            PinBlockFormula.KIND,
            KsnFormula.KIND,
            EncryptFormula.KIND,
            MacFormula.KIND,
            AtcFormula.KIND,
            UnpredictableNumberFormula.KIND,
            IadFormula.KIND,
            ArqcFormula.KIND,
            ArpcFormula.KIND,
            CvvFormula.ON_STRIPE,
            CvvFormula.PRINTED,
            CvvFormula.IN_CHIP,
            Cvc3Formula.KIND,
            PvvFormula.KIND,
            OffsetFormula.KIND,
            TrackFormula.SECOND,
            TrackFormula.FIRST,
            KcvFormula.KIND);

    private static final Map<String, FormulaKind> BY_NAME =
            KINDS.stream().collect(Collectors.toUnmodifiableMap(FormulaKind::name, Function.identity()));

    private FormulaCatalogue() {}

    /** The kinds, in the order in which people read of them. */
    public static List<FormulaKind> kinds() {
        return KINDS;
    }

    /**
     * Compiles a formula.
     *
     * @param path the element that it gives a value
     * @param place the line in which it stands
     * @param expressions compile the values of its settings
     * @throws IllegalArgumentException with the rule that it breaks
     */
    public static Formula compile(
            FormulaText text, ElementPath path, LinePlace place, Expression.Compiler expressions) {
        FormulaKind kind = BY_NAME.get(text.name());
        if (kind == null) {
            throw new IllegalArgumentException("there is no such formula; known are "
                    + KINDS.stream().map(FormulaKind::name).collect(Collectors.joining(", ")));
        }
        return kind.compiler().apply(new FormulaSettings(kind, text, path, value -> expressions.compile(place, value)));
    }
}
