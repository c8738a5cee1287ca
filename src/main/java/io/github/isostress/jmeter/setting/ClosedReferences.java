package io.github.isostress.jmeter.setting;

import java.util.stream.Stream;
import org.apache.jmeter.engine.util.ValueReplacer;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.ObjectProperty;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.property.StringProperty;

/**
 * Finds references in a text that JMeter's FunctionParser cannot read: it wants a variable closed by a brace, a
 * function by a parenthesis and a brace. On one that is not, it logs the rest of the text and runs no sample of the
 * plan. So we hide such a text from it, and our own compilers refuse it. Stateless.
 */
public final class ClosedReferences {
    private static final String OPENING = "${";
    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int OUR_FRAMES = 3;

    private ClosedReferences() {}

    /** Whether the text closes every reference; true if it has none. */
    public static boolean areIn(String text) {
        int at = text.indexOf(OPENING);
        while (at >= 0) {
            int end = text.charAt(Math.max(0, at - 1)) == '\\' ? at + 1 : end(text, at + OPENING.length());
            if (end < 0) {
                return false;
            }
            at = text.indexOf(OPENING, end);
        }
        return true;
    }

    /** The index after the brace of the reference whose name begins at the start; -1 if it is not closed. */
    private static int end(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '}' && text.charAt(at) != '(') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at < text.length() && text.charAt(at) == '(') {
            at = behindArguments(text, at + 1);
            while (at >= 0 && at < text.length() && Character.isSpaceChar(text.charAt(at))) {
                at++;
            }
        }
        return at >= 0 && at < text.length() && text.charAt(at) == '}' ? at + 1 : -1;
    }

    /** The index after the parenthesis that closes a function's arguments; -1 if none does. */
    private static int behindArguments(String text, int start) {
        int braces = 0;
        int parentheses = 0;
        for (int at = start; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '{' && text.charAt(at - 1) == '$') {
                braces++;
            } else if (character == '}' && braces > 0) {
                braces--;
            } else if (character == '(' && braces == 0) {
                parentheses++;
            } else if (character == ')' && braces == 0 && parentheses-- == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /**
     * An element's properties. For JMeter's compiler, which compiles only texts, a text with an open reference is none.
     */
    public static PropertyIterator visible(PropertyIterator all) {
        return isAskedByCompiler() ? new Compilable(all) : all;
    }

    private static boolean isAskedByCompiler() {
        return CALLERS.walk(frames -> {
            Stream<Class<?>> callers = frames.limit(OUR_FRAMES + 1).map(StackWalker.StackFrame::getDeclaringClass);
            return callers.anyMatch(ValueReplacer.class::equals);
        });
    }

    private static final class Compilable implements PropertyIterator {
        private final PropertyIterator all;

        Compilable(PropertyIterator all) {
            this.all = all;
        }

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public JMeterProperty next() {
            JMeterProperty property = all.next();
            boolean isOpen = property instanceof StringProperty && !areIn(property.getStringValue());
            return isOpen ? new ObjectProperty(property.getName(), property.getStringValue()) : property;
        }

        @Override
        public void remove() {
            all.remove();
        }
    }
}
