package io.github.isostress.jmeter.element;

import java.util.stream.Stream;
import org.apache.jmeter.engine.util.ValueReplacer;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.property.ObjectProperty;
import org.apache.jmeter.testelement.property.PropertyIterator;
import org.apache.jmeter.testelement.property.StringProperty;

/**
 * Whether the references in a text are closed as JMeter's FunctionParser demands: a variable by a brace, a function by a
 * parenthesis and a brace. JMeter writes the rest of a text that is not into its log, with all that follows, and runs no
 * sample of the plan. So it does not get to see such a text of ours, and our own compilers refuse it. Stateless.
 */
final class ClosedReferences {
    private static final String OPENING = "${";
    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final int OUR_FRAMES = 3;

    private ClosedReferences() {}

    /** Whether all are. */
    static boolean areIn(String text) {
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

    /** Behind the brace of the reference whose name begins there; -1 if it has none. */
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

    /** An element's properties as whoever asks may see them: JMeter's compiler does not take those for texts. */
    static PropertyIterator visible(PropertyIterator all) {
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
            boolean unfit = property instanceof StringProperty && !areIn(property.getStringValue());
            return unfit ? new ObjectProperty(property.getName(), property.getStringValue()) : property;
        }

        @Override
        public void remove() {
            all.remove();
        }
    }
}
