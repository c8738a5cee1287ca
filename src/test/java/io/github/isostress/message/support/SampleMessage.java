package io.github.isostress.message.support;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.template.QuotedValue;
import io.github.isostress.message.template.RequestCheck;
import io.github.isostress.message.template.TemplateSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.ISOTaggedField;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/** A message as values: once for a template, once for jPOS, so that both ways of packing can be compared. */
public record SampleMessage(IsoPackager packager, List<Line> lines) {
    /** One value; {@code variable} if the template gets it from a variable. */
    public record Line(String path, String value, boolean variable) {
        public int element() {
            return Integer.parseInt(StringUtils.substringBefore(path, "."));
        }

        public String text() {
            return path + " " + (variable ? "${" + path + "}" : QuotedValue.quote(value));
        }
    }

    public MessageTemplate template() throws FailureException {
        return template(new Variables());
    }

    /** The template, and its values in these variables. */
    public MessageTemplate template(Variables variables) throws FailureException {
        return template(variables, RequestCheck.READ_BACK);
    }

    public MessageTemplate template(Variables variables, RequestCheck check) throws FailureException {
        lines.forEach(line -> variables.with(line.path, line.value));
        return MessageTemplate.compile(TemplateSource.only(text()), Optional.of(packager), variables, check);
    }

    /** The same message of variable values alone. */
    public SampleMessage variable() {
        return new SampleMessage(
                packager,
                lines.stream()
                        .map(line -> new Line(line.path, line.value, true))
                        .toList());
    }

    /** The same message without some of its elements. */
    public SampleMessage without(IntPredicate element) {
        Set<Integer> gone = lines.stream()
                .map(Line::element)
                .distinct()
                .filter(element::test)
                .collect(Collectors.toSet());
        return new SampleMessage(
                packager,
                lines.stream().filter(line -> !gone.contains(line.element())).toList());
    }

    private String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** The same message set value by value in jPOS. */
    public ISOMsg jpos() throws ISOException {
        ISOMsg message = new ISOMsg();
        message.setPackager(packager);
        for (Line line : lines) {
            set(message, packager, List.of(line.path.split("\\.")), line.value);
        }
        return message;
    }

    private static void set(ISOMsg message, ISOBasePackager packager, List<String> path, String value)
            throws ISOException {
        if (packager instanceof BERTLVPackager) {
            int next = message.getMaxField() + 1;
            message.set(new ISOTaggedField(path.get(0), new ISOBinaryField(next, Messages.bytes(value))));
            return;
        }
        int number = Integer.parseInt(path.get(0));
        ISOFieldPackager format = packager.getFieldPackager(number);
        if (path.size() == 1) {
            message.set(component(format, number, value));
            return;
        }
        if (!message.hasField(number)) {
            message.set(format.createComponent(number));
        }
        ISOBasePackager inner = (ISOBasePackager) ((ISOMsgFieldPackager) format).getISOMsgPackager();
        set((ISOMsg) message.getComponent(number), inner, path.subList(1, path.size()), value);
    }

    private static ISOComponent component(ISOFieldPackager format, int number, String value) {
        return format.createComponent(number) instanceof ISOBinaryField
                ? new ISOBinaryField(number, Messages.bytes(value))
                : new ISOField(number, value);
    }

    /** Short, for the report of a counterexample. */
    @Override
    public String toString() {
        return packager.name() + "\n" + text();
    }
}
