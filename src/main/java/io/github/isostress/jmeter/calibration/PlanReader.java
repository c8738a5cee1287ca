package io.github.isostress.jmeter.calibration;

import io.github.isostress.jmeter.element.ConnectionSampler;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.rehearsal.CsvFirstRow;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.rehearsal.PlanVariables;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.control.IfController;
import org.apache.jmeter.control.OnceOnlyController;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.PostThreadGroup;
import org.apache.jmeter.threads.SetupThreadGroup;
import org.apache.jorphan.collections.HashTree;

/**
 * Finds the requests that a plan repeats, each with what it has in scope as JMeter's TestCompiler would find it. Left
 * out are setUp and tearDown thread groups and what stands in an Once Only Controller. Blocks: it reads CSV files. Used
 * once.
 */
final class PlanReader {
    /** How many threads a group has that sets no number, such as one with an arrival rate. */
    private static final int THREADS_OF_OTHER_GROUPS = 16;

    private static final String CONDITION = "IfController.condition";

    private final Map<String, String> variables;
    private final Map<TestElement, TestElement> written = new IdentityHashMap<>();
    private final Map<TestElement, Map<String, String>> firstRows = new IdentityHashMap<>();
    private final List<PlannedGroup> groups = new ArrayList<>();
    private PlannedHost host;

    /**
     * A place in the tree.
     *
     * @param nearestFirst the elements of its level, then those of the levels above
     * @param conditions of the If Controllers round it
     */
    private record Place(List<TestElement> nearestFirst, List<String> conditions) {
        static final Place OUTSIDE = new Place(List.of(), List.of());

        /** Below an element of this place. */
        Place in(HashTree level) {
            List<TestElement> elements = new ArrayList<>();
            for (Object node : level.list()) {
                if (node instanceof TestElement element) {
                    elements.add(element);
                }
            }
            elements.addAll(nearestFirst);
            return new Place(elements, conditions);
        }

        Place under(String condition) {
            List<String> all = new ArrayList<>(conditions);
            all.add(condition);
            return new Place(nearestFirst, all);
        }
    }

    private PlanReader(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Reads a plan.
     *
     * @param tree its enabled elements, compiled or as they were written
     * @param variables the values of the plan's variables; a value may use the variables before it
     * @throws IllegalArgumentException with one clear sentence if there is nothing to calibrate with
     */
    static CalibratedPlan read(HashTree tree, Map<String, String> variables) {
        PlanReader reader = new PlanReader(variables);
        reader.walk(tree, Place.OUTSIDE, new ArrayList<>());
        if (reader.groups.isEmpty()) {
            throw new IllegalArgumentException("no thread group of the plan repeats an ISO 8583 Request");
        }
        return new CalibratedPlan(reader.groups, Optional.ofNullable(reader.host));
    }

    /**
     * Walks through a level of the tree and what is below it.
     *
     * @param found takes the requests
     */
    private void walk(HashTree level, Place outer, List<PlannedRequest> found) {
        Place place = outer.in(level);
        for (Object node : level.list()) {
            HashTree below = level.getTree(node);
            if (node instanceof AbstractThreadGroup group) {
                addGroup(group, below, place);
            } else if (node instanceof Iso8583Request request) {
                found.add(planned(request, place.in(below)));
            } else if (node instanceof Iso8583Host own && host == null) {
                host = new PlannedHost(written(own), scope(place));
            } else if (node instanceof IfController choice && choice.isUseExpression()) {
                walk(below, place.under(textOf(choice, CONDITION)), found);
            } else if (!(node instanceof OnceOnlyController)) {
                walk(below, place, found);
            }
        }
    }

    private void addGroup(AbstractThreadGroup group, HashTree below, Place outer) {
        if (group instanceof SetupThreadGroup || group instanceof PostThreadGroup) {
            return;
        }
        List<PlannedRequest> requests = new ArrayList<>();
        walk(below, outer, requests);
        int threads = threads(group);
        if (!requests.isEmpty() && threads > 0) {
            groups.add(new PlannedGroup(group.getName(), threads, group.isSameUserOnNextIteration(), requests));
        }
    }

    /** As it was written. */
    private static String textOf(TestElement element, String property) {
        return JMeterExpressions.textAt(JMeterExpressions.place(element.getProperty(property)));
    }

    private int threads(AbstractThreadGroup group) {
        String count = PlanVariables.evaluate(textOf(group, AbstractThreadGroup.NUM_THREADS), variables)
                .strip();
        return count.matches("\\d{1,6}") ? Integer.parseInt(count) : THREADS_OF_OTHER_GROUPS;
    }

    private PlannedRequest planned(Iso8583Request request, Place place) {
        PlanScope scope = scope(place);
        if (scope.connection().isEmpty()) {
            throw new IllegalArgumentException(ConnectionSampler.withoutConnection(request.getName()));
        }
        return new PlannedRequest(
                written(request), scope, all(Iso8583FieldExtractor.class, place).toList(), place.conditions());
    }

    private PlanScope scope(Place place) {
        Map<String, String> values = new LinkedHashMap<>(variables);
        List<TestElement> dataSets = place.nearestFirst().stream()
                .filter(CSVDataSet.class::isInstance)
                .toList();
        // The nearest is the last to set its values.
        for (int i = dataSets.size() - 1; i >= 0; i--) {
            values.putAll(firstRow(dataSets.get(i)));
        }
        return new PlanScope(
                all(Iso8583Connection.class, place).findFirst(),
                all(Iso8583MessageDefaults.class, place).toList(),
                all(Iso8583Keys.class, place).toList(),
                values);
    }

    private Map<String, String> firstRow(TestElement dataSet) {
        return firstRows.computeIfAbsent(
                dataSet, unread -> CsvFirstRow.of(WrittenElement.of(unread)).values(variables));
    }

    private <T extends TestElement> Stream<T> all(Class<T> type, Place place) {
        return place.nearestFirst().stream().filter(type::isInstance).map(element -> written(type.cast(element)));
    }

    /** The same copy of the same element, so that those who share an element share its copy. */
    @SuppressWarnings("unchecked") // A copy has its original's class.
    private <T extends TestElement> T written(T element) {
        return (T) written.computeIfAbsent(element, WrittenElement::of);
    }
}
