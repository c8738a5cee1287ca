package io.github.isostress.jmeter.calibration;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import java.util.List;

/**
 * A request of a plan, as it was written. Immutable.
 *
 * @param request the sampler
 * @param scope what it has in scope, the first row of CSV files among its variables; a connection for certain
 * @param extractors what puts elements of its answers into variables
 * @param conditions of the If Controllers round it: it is sent when all are true
 */
record PlannedRequest(
        Iso8583Request request, PlanScope scope, List<Iso8583FieldExtractor> extractors, List<String> conditions) {
    /** The connection in its scope: the same object for all requests that share it. */
    Iso8583Connection connection() {
        return scope.connection().orElseThrow();
    }
}
