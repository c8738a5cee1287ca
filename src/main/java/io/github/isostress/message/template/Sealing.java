package io.github.isostress.message.template;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.value.Computation;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.message.value.MessageInputs;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The computing of the values of one message that come from formulas. For one thread at a time. */
final class Sealing implements MessageInputs {
    private final ElementTemplate template;
    private final MessageContext context;
    private final Computation[] computations;
    private FilledMessage message;
    private List<ElementRange> ranges;

    private Sealing(ElementTemplate template, MessageContext context, Computation[] computations) {
        this.template = template;
        this.context = context;
        this.computations = computations;
    }

    /**
     * Begins a message: evaluates the expressions in the formulas.
     *
     * @throws BrokenRule naming the line
     */
    static Sealing begin(ElementTemplate template, MessageContext context) {
        FormulaValue[] formulas = template.elements().formulas();
        Computation[] begun = new Computation[formulas.length];
        for (int i = 0; i < begun.length; i++) {
            FormulaValue formula = formulas[i];
            begun[i] = formula.value().check(formula.formula()::begin);
        }
        return new Sealing(template, context, begun);
    }

    /** Computes what follows from values alone; a placeholder stands for each of the others. */
    void computeValues(FilledMessage unsealed) {
        message = unsealed;
        FormulaValue[] formulas = template.elements().formulas();
        for (int i = 0; i < formulas.length; i++) {
            FormulaValue formula = formulas[i];
            message.values()[formula.value().index()] =
                    formula.coversBytes() ? formula.formula().placeholder() : value(i, this);
        }
    }

    /** Computes what follows from the bytes of the message, and writes it into them. */
    void computeOverBytes() {
        ranges = null;
        computeOver(this);
    }

    /**
     * Computes what follows from the bytes of a message, and writes it into them.
     *
     * @param whole this message, or one that has all its elements and others
     */
    void computeOver(MessageInputs whole) {
        FormulaValue[] formulas = template.elements().formulas();
        for (int i = 0; i < formulas.length; i++) {
            FormulaValue formula = formulas[i];
            if (formula.coversBytes()) {
                message.values()[formula.value().index()] = value(i, whole);
                rewrite(formula.line().path().element(), whole);
            }
        }
    }

    /** Writes an element, whose value has changed and whose length has not, once more. */
    private void rewrite(int element, MessageInputs whole) {
        for (VariableElement variable : template.elements().variables()) {
            if (variable.number() == element) {
                variable.prepare(message);
                variable.write(message, whole.bytes(), start(element, whole));
            }
        }
    }

    private static int start(int element, MessageInputs whole) {
        for (ElementRange range : whole.ranges()) {
            if (range.element() == element) {
                return range.start();
            }
        }
        throw new IllegalStateException("element " + element + " is not among those of its message");
    }

    private String value(int place, MessageInputs inputs) {
        Computation computation = computations[place];
        return template.elements().formulas()[place].value().check(() -> computation.value(inputs));
    }

    MessageContext context() {
        return context;
    }

    /** The same message under these keys: what was evaluated, counted and drawn for it stays. */
    FilledMessage under(Keys keys) {
        return context.keys() == keys
                ? message
                : template.laidOut(message.unsealed(new Sealing(template, context.with(keys), computations)));
    }

    /** What each value was computed from, in the order of computing. */
    List<ComputedValue> computed() {
        FormulaValue[] formulas = template.elements().formulas();
        return IntStream.range(0, formulas.length)
                .mapToObj(i -> new ComputedValue(
                        formulas[i].line(),
                        message.values()[formulas[i].value().index()],
                        formulas[i].value().masking(),
                        computations[i].explained(this)))
                .toList();
    }

    @Override
    public Keys keys() {
        return context.keys();
    }

    @Override
    public Counters counters() {
        return context.counters();
    }

    @Override
    public Optional<String> value(ElementPath path) {
        Optional<String> own = template.elements().value(path, message);
        return own.isPresent() || context.request() == null
                ? own
                : context.request().value(path);
    }

    @Override
    public byte[] bytes() {
        return message.bytes();
    }

    @Override
    public List<ElementRange> ranges() {
        ranges = ranges == null ? message.ranges() : ranges;
        return ranges;
    }
}
