package io.github.isostress.message.template;

/** Ends the work on a message that breaks a rule. */
final class BrokenRule extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient TemplateProblem problem;

    BrokenRule(TemplateProblem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    BrokenRule(TemplateProblem problem) {
        this(problem, null);
    }

    BrokenRule(TemplateLine line, String rule, Throwable cause) {
        this(TemplateProblem.of(line, rule), cause);
    }

    BrokenRule(TemplateLine line, String rule) {
        this(line, rule, null);
    }

    TemplateProblem problem() {
        return problem;
    }
}
