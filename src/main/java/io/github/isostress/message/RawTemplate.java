package io.github.isostress.message;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;

/** A captured message that is sent as it is. */
final class RawTemplate implements MessageTemplate {
    private final Slot hex;
    private final byte[] constant;

    private RawTemplate(Slot hex, byte[] constant) {
        this.hex = hex;
        this.constant = constant;
    }

    static RawTemplate compile(TemplateText text, Expression.Compiler expressions) {
        Slot hex = hexSlot(text, expressions);
        return new RawTemplate(hex, hex.isConstant() ? bytes(hex) : null);
    }

    static Slot hexSlot(TemplateText text, Expression.Compiler expressions) {
        TemplateLine line = new TemplateLine(text.hexLine(), null, text.hex());
        return new Slot(0, line, expressions.compile(text.hex()));
    }

    static byte[] bytes(Slot hex) {
        String digits = hex.evaluate();
        byte[] bytes = hex.check(() -> HexDigits.parse(digits));
        if (bytes.length == 0) {
            throw new IllegalArgumentException(hex.line().place() + ": there are no hex digits");
        }
        return bytes;
    }

    @Override
    public byte[] fill() throws FailureException {
        try {
            return constant == null ? bytes(hex) : constant.clone();
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }
}
