package io.github.isostress.health.gate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One demand on a run, with the label of the requests that it is about. Immutable.
 *
 * @param text as the user wrote it
 * @param label empty if it is about all requests
 */
record Gate(String text, Optional<String> label, Demand demand) implements GateLine {
    private static final List<Function<String, Optional<Demand>>> FORMS = List.of(
            DurationDemand::parse,
            ResultDemand::parse,
            AmountDemand::parse,
            ScheduleDemand::parse,
            VerdictDemand::parse);

    /**
     * Reads a gate. A label may have colons, the last one ends it.
     *
     * @throws IllegalArgumentException with one clear sentence
     */
    static Gate parse(String text) {
        int colon = text.lastIndexOf(':');
        String demand = text.substring(colon + 1).strip();
        Demand known = FORMS.stream()
                .map(form -> form.apply(demand))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no gate: write, for one,"
                        + " p99 < 50 ms, response p99 < 80 ms, failed < 0.1 %, declined < 2 %, rate within 1 %,"
                        + " rate >= 190, requests >= 1000 or verdict valid, after a label and a colon if you like"));
        if (colon >= 0 && !known.canBeOfALabel()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no gate: '" + demand + "' is about the whole run, so leave the label out");
        }
        return new Gate(
                text,
                colon < 0
                        ? Optional.empty()
                        : Optional.of(text.substring(0, colon).strip()),
                known);
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public GateResult check(GatedRun run) {
        GateFigures requests = label.isEmpty() ? run.all() : run.ofLabel(label.get());
        if (requests.sent() == 0 && demand.needsRequests()) {
            return new GateResult(text, false, withoutRequests(run));
        }
        Demand.Seen seen = demand.of(requests, run);
        return new GateResult(text, seen.held(), seen.words());
    }

    private String withoutRequests(GatedRun run) {
        String which = label.map(name -> " '" + name + "'").orElse("");
        return label.filter(run::mayBeAmongOthers).isPresent()
                ? "it is not known which requests were" + which + ": the plan has more labels than are told apart"
                : "no request" + which + " was sent";
    }
}
