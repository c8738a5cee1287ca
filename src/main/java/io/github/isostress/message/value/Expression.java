package io.github.isostress.message.value;

/**
 * A value that may come out differently for every message. Evaluated by the thread that builds the message; must be
 * safe for use by many threads.
 */
public interface Expression {
    /** Whether every evaluation gives the same value, so that the value can be packed once. */
    boolean isConstant();

    /** The value for the message that is being built. */
    String evaluate();

    /** A value that is always the same. */
    static Expression constant(String value) {
        return new Expression() {
            @Override
            public boolean isConstant() {
                return true;
            }

            @Override
            public String evaluate() {
                return value;
            }
        };
    }

    /** Turns the text of a template's value into an expression. */
    @FunctionalInterface
    interface Compiler {
        /** Takes every text literally. */
        Compiler LITERAL = Expression::constant;

        /** Compiles one value. */
        Expression compile(String text);

        /**
         * Compiles a value, or a part of one, by whose place the compiler may know where it is written.
         *
         * @param place the line in which the text stands
         */
        default Expression compile(LinePlace place, String text) {
            return compile(text);
        }
    }
}
