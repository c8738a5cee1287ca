package io.github.isostress.message.template;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.ObjectsAsBytesPackager;
import io.github.isostress.message.codec.PartFormat;
import io.github.isostress.message.codec.SubPackager;
import io.github.isostress.message.codec.TextForm;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.FormulaText;
import io.github.isostress.message.value.LinePlace;
import io.github.isostress.seal.FormulaCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compiles the element lines of a template: asks the packager what each element's lines mean. For one template. */
final class ElementsCompiler {
    private static final int BITMAP = 1;
    private static final String[] NO_VALUES = {};

    private final IsoPackager packager;
    private final CapturedMessage captured;
    private final TemplateProblems problems;
    private final Map<Integer, byte[]> constants = new TreeMap<>();
    private final List<VariableElement> variables = new ArrayList<>();
    private final List<PackedElement> composites = new ArrayList<>();
    private final List<FormulaValue> formulas = new ArrayList<>();
    private final Map<Integer, LinePlace> places = new TreeMap<>();
    private int packedCount;
    private int leastBitmaps;

    /** Lines that are wrong go to {@code problems} and are left out. */
    ElementsCompiler(IsoPackager packager, CapturedMessage captured, TemplateProblems problems) {
        this.packager = packager;
        this.captured = captured;
        this.problems = problems;
    }

    /** The template; of no use if there are problems. */
    ElementTemplate compile(EffectiveLines given, Expression.Compiler expressions, RequestCheck check) {
        List<LineValue> values = values(given.lines(), expressions);
        values.stream()
                .collect(Collectors.groupingBy(
                        value -> value.line().path().element(), TreeMap::new, Collectors.toList()))
                .forEach(this::element);
        requireMti(given);
        TemplateElements elements = new TemplateElements(
                packager,
                captured,
                values.stream().filter(LineValue::isEvaluated).toArray(LineValue[]::new),
                FormulaOrder.of(formulas, problems),
                values.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                value -> value.line().path(), Function.identity())),
                constants,
                variables.toArray(VariableElement[]::new),
                packedCount,
                leastBitmaps);
        TemplateReadBack readBack = new TemplateReadBack(elements, composites, places, given.first());
        if (check == RequestCheck.READ_BACK && problems.isEmpty()) {
            readBack.problemOfConstants().ifPresent(problems::add);
        }
        return new ElementTemplate(
                elements, check == RequestCheck.READ_BACK ? Optional.of(readBack) : Optional.empty());
    }

    private List<LineValue> values(List<TemplateLine> lines, Expression.Compiler expressions) {
        List<LineValue> values = new ArrayList<>();
        int index = 0;
        for (TemplateLine line : lines) {
            Optional<LineValue> value = value(index, line, expressions);
            value.ifPresent(values::add);
            index += value.isEmpty() || value.get().isConstant() ? 0 : 1;
        }
        return values;
    }

    private Optional<LineValue> value(int index, TemplateLine line, Expression.Compiler expressions) {
        Masking masking = packager.masking().of(line.path());
        if (!line.isFormula()) {
            return LineValue.compile(index, line, masking, expressions, problems);
        }
        LineValue value = LineValue.computed(index, line, masking);
        return problems.attempt(() -> {
            formulas.add(new FormulaValue(value, value.check(() -> formula(line, expressions))));
            return value;
        });
    }

    private static Formula formula(TemplateLine line, Expression.Compiler expressions) {
        return FormulaCatalogue.compile(FormulaText.parse(line.value()), line.path(), line.place(), expressions);
    }

    private void requireMti(EffectiveLines given) {
        boolean hasMti = !captured.isNone()
                || given.lines().stream().anyMatch(line -> line.path().element() == 0);
        if (packager.hasMti() && !hasMti) {
            problems.add(TemplateProblem.ofTemplate(
                    given.first(), "the template has no MTI: begin with a line such as 0 0200"));
        }
    }

    private void element(int number, List<LineValue> lines) {
        if (!packager.defines(number)) {
            String rule = "packager " + packager.name() + " defines no element " + number;
            lines.forEach(value -> problems.add(value.line(), rule));
        } else if (number == BITMAP && packager.hasBitmap()) {
            problems.attempt(() -> BitmapLine.leastBitmaps(lines, packager)).ifPresent(count -> leastBitmaps = count);
        } else {
            places.put(number, lines.get(0).line().place());
            int before = problems.count();
            ElementFormat format = ElementFormat.ofElement(number, packager.getFieldPackager(number));
            ElementContent content = content(format, 0, lines);
            content.checkConstants(problems);
            add(new PackedElement(format, content, lines.get(0).line(), packedCount), problems.count() > before);
        }
    }

    private void add(PackedElement element, boolean hasProblem) {
        if (element.content() instanceof CompositeContent) {
            composites.add(element);
        }
        if (!element.content().isConstant() || captured.changes()) {
            Optional<VariableElement> inPlace = inPlace(element);
            variables.add(inPlace.orElse(element));
            packedCount += inPlace.isPresent() ? 0 : 1;
        } else if (!hasProblem) {
            problems.check(() -> constants.put(element.number(), element.pack(NO_VALUES, captured.message())));
        }
    }

    /** The element written in place, if that can be done. The MTI is not, as its value has a rule besides. */
    private static Optional<VariableElement> inPlace(PackedElement element) {
        if (element.number() > 0 && element.content() instanceof WholeContent whole) {
            Optional<TextForm> form = element.format().textForm();
            return form.map(known -> new InPlaceElement(whole.value(), element.format(), known));
        }
        return Optional.empty();
    }

    /**
     * The content of an element or, below the first level, of a sub-element.
     *
     * @param level how many steps of a path lead to this element: 0 for a data element
     * @param lines the lines that set the element or parts of it, at least one
     */
    private ElementContent content(ElementFormat format, int level, List<LineValue> lines) {
        LineValue whole = lines.stream()
                .filter(value -> value.line().path().parts().size() == level)
                .findFirst()
                .orElse(null);
        if (whole != null) {
            refuseParts(whole, lines);
            return new WholeContent(whole, format, level > 0);
        }
        Optional<SubPackager> parts = SubPackager.of(format.packager());
        return parts.isEmpty() || ObjectsAsBytesPackager.holdsDataObjects(format.packager())
                ? new TlvContent(format, level, lines, problems)
                : composite(format, parts.get(), level, lines);
    }

    private void refuseParts(LineValue whole, List<LineValue> lines) {
        String rule = "element " + whole.line().path() + " is already set as a whole in "
                + whole.line().place().inWords();
        lines.stream().filter(value -> value != whole).forEach(part -> problems.add(part.line(), rule));
    }

    private CompositeContent composite(ElementFormat format, SubPackager parts, int level, List<LineValue> lines) {
        Map<String, PartFormat> formats = new LinkedHashMap<>();
        Map<String, List<LineValue>> linesOfPart = new LinkedHashMap<>();
        for (LineValue value : lines) {
            part(parts, value.line(), level).ifPresent(part -> {
                String name = part.isTagged() ? part.tag() : part.number() + ".";
                formats.putIfAbsent(name, part);
                linesOfPart.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
            });
        }
        List<CompositeContent.Part> compiled = new ArrayList<>();
        linesOfPart.forEach((name, ofPart) -> compiled.add(part(formats.get(name), level + 1, ofPart)));
        compiled.sort(Comparator.comparingInt(part -> part.place().number()));
        return new CompositeContent(format, parts, compiled);
    }

    private CompositeContent.Part part(PartFormat part, int level, List<LineValue> lines) {
        ElementFormat format = ElementFormat.ofPart(part.number(), part.packager());
        return new CompositeContent.Part(
                part, format, content(format, level, lines), lines.get(0).line().ofPart(level));
    }

    private Optional<PartFormat> part(SubPackager parts, TemplateLine line, int level) {
        Optional<PartFormat> part = parts.find(line.path().parts().get(level));
        if (part.isEmpty()) {
            problems.add(
                    line,
                    "packager " + packager.name() + " has no sub-element "
                            + line.ofPart(level + 1).path() + "; " + parts.known());
        }
        return part;
    }
}
