package io.github.isostress.host.seal;

import java.util.HashSet;
import java.util.Set;

/**
 * How an answer is signed: rightly, or with faults on demand. Immutable.
 *
 * @param wrong the formulas whose values are wrong, such as {@code mac}
 * @param leftOut the formulas whose values are left out
 */
public record Signing(Set<String> wrong, Set<String> leftOut) {
    /** Without any fault. */
    public static final Signing RIGHT = new Signing(Set.of(), Set.of());

    /** Copies the sets. */
    public Signing {
        wrong = Set.copyOf(wrong);
        leftOut = Set.copyOf(leftOut);
    }

    /** This, and the values of a formula are wrong. */
    public Signing wrongly(String formula) {
        return new Signing(with(wrong, formula), leftOut);
    }

    /** This, and the values of a formula are left out. */
    public Signing without(String formula) {
        return new Signing(wrong, with(leftOut, formula));
    }

    private static Set<String> with(Set<String> formulas, String formula) {
        Set<String> more = new HashSet<>(formulas);
        more.add(formula);
        return more;
    }
}
