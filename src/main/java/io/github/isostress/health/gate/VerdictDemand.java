package io.github.isostress.health.gate;

import io.github.isostress.health.verdict.Validity;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code verdict valid}, {@code verdict not invalid}.
 *
 * @param worst the worst verdict that passes
 */
record VerdictDemand(Validity worst) implements Demand {
    static Optional<Demand> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
            case "verdict valid" -> Optional.of(new VerdictDemand(Validity.VALID));
            case "verdict not invalid" -> Optional.of(new VerdictDemand(Validity.SUSPECT));
            default -> Optional.empty();
        };
    }

    @Override
    public Seen of(GateFigures requests, GatedRun run) {
        return run.verdict()
                .map(verdict -> new Seen(verdict.validity().compareTo(worst) <= 0, String.join("; ", verdict.lines())))
                .orElse(new Seen(
                        false, "the run's verdict is not known: its iso8583-run.json is not beside the results"));
    }

    @Override
    public boolean canBeOfALabel() {
        return false;
    }

    @Override
    public boolean needsRequests() {
        return false;
    }
}
