package io.github.isostress.jmeter.gui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.gui.PastedMessage;
import io.github.isostress.jmeter.rehearsal.CsvFirstRow;
import io.github.isostress.jmeter.rehearsal.PlanScope;
import io.github.isostress.jmeter.rehearsal.Preview;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.CSVDataSet;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.gui.tree.JMeterTreeModel;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a request finds in the plan's tree, as a test run would. */
@ExtendWith(JMeterEnvironment.class)
class PlanTreeScopeTest {
    private static final String PAN = "4111111111111111";

    @TempDir
    Path folder;

    private final TestPlan testPlan = new TestPlan("plan");
    private final JMeterTreeModel model = new JMeterTreeModel(testPlan);
    private final JMeterTreeNode plan = (JMeterTreeNode) ((JMeterTreeNode) model.getRoot()).getChildAt(0);
    private final JMeterTreeNode group = add(plan, new ThreadGroup(), "group");
    private final JMeterTreeNode controller = add(group, new GenericController(), "controller");
    private final JMeterTreeNode request = add(controller, new Iso8583Request(), "request");

    private static JMeterTreeNode add(JMeterTreeNode parent, TestElement element, String name) {
        element.setName(name);
        JMeterTreeNode node = new JMeterTreeNode(element, null);
        parent.add(node);
        return node;
    }

    private static JMeterTreeNode connection(JMeterTreeNode parent, String name) {
        return add(parent, new Iso8583Connection(), name);
    }

    private static JMeterTreeNode variable(JMeterTreeNode parent, String name, String value) {
        Arguments arguments = new Arguments();
        arguments.addArgument(name, value);
        return add(parent, arguments, "User Defined Variables");
    }

    private JMeterTreeNode csv(JMeterTreeNode parent, String content) throws IOException {
        CSVDataSet element = new CSVDataSet();
        element.setProperty(
                "filename",
                Files.writeString(Files.createTempFile(folder, "data", ".csv"), content)
                        .toString());
        return add(parent, element, "data");
    }

    private String nearest() {
        return PlanTreeScope.of(request).connection().map(TestElement::getName).orElse("none");
    }

    @Test
    void shouldTellNoValueWhenPrinted() throws Exception {
        PlanTreeScope scope = new PlanTreeScope(
                Optional.empty(), List.of(), List.of(), Map.of("password", "wonderland", "pan", PAN), List.of());
        Iso8583Request request = new Iso8583Request();
        request.set(Iso8583RequestSchema.INSTANCE.template, "0 0200\n2 " + PAN);
        PlanScope resolved = new PlanScope(Optional.of(new Iso8583Connection()), scope.variables());

        assertThat(Stream.of(scope, resolved, Preview.of(resolved, request), new PastedMessage(PAN, scope)))
                .extracting(Object::toString)
                .allSatisfy(text -> assertThat(text).doesNotContain("wonderland", PAN));
    }

    @Test
    void shouldHaveNoneWhenTheElementStandsInNoPlan() {
        assertThat(PlanTreeScope.of(new Iso8583Request())).isEqualTo(PlanTreeScope.NONE);
    }

    @Test
    void shouldHaveNoConnectionWhenThePlanHasNone() {
        assertThat(nearest()).isEqualTo("none");
    }

    @Test
    void shouldTakeTheNearestConnectionWhenThereAreSeveral() {
        connection(plan, "of the plan");
        assertThat(nearest()).isEqualTo("of the plan");

        connection(group, "of the group");
        assertThat(nearest()).isEqualTo("of the group");

        connection(controller, "beside it");
        assertThat(nearest()).isEqualTo("beside it");

        connection(request, "its own");
        assertThat(nearest()).isEqualTo("its own");
    }

    @Test
    void shouldTakeTheFirstInTheTreeWhenTwoStandOnOneLevel() {
        connection(group, "first");
        connection(group, "second");

        assertThat(nearest()).isEqualTo("first");
    }

    @Test
    void shouldPassAConnectionOverWhenItIsDisabled() {
        connection(group, "nearer").setEnabled(false);
        connection(plan, "farther");

        assertThat(nearest()).isEqualTo("farther");
    }

    @Test
    void shouldNotSeeAConnectionWhenItStandsBelowASibling() {
        connection(add(group, new GenericController(), "other controller"), "elsewhere");

        assertThat(nearest()).isEqualTo("none");
    }

    @Test
    void shouldCopyTheConnectionWhenItIsFound() {
        JMeterTreeNode node = connection(plan, "host");
        PlanTreeScope scope = PlanTreeScope.of(request);

        node.getTestElement().set(Iso8583ConnectionSchema.INSTANCE.port, "1");

        assertThat(scope.connection().orElseThrow().get(Iso8583ConnectionSchema.INSTANCE.port))
                .isNotEqualTo("1");
    }

    @Test
    void shouldBeAnotherScopeWhenTheConnectionHasChanged() {
        JMeterTreeNode node = connection(plan, "host");
        PlanTreeScope before = PlanTreeScope.of(request);
        assertThat(PlanTreeScope.of(request)).isEqualTo(before);

        node.getTestElement().set(Iso8583ConnectionSchema.INSTANCE.packager, "cmf");

        assertThat(PlanTreeScope.of(request)).isNotEqualTo(before);
    }

    @Test
    void shouldHaveAllVariablesOfThePlanWhereverTheyStandWhenEnabled() {
        Arguments ofPlan = new Arguments();
        ofPlan.addArgument("a", "plan");
        ofPlan.addArgument("b", "${a}");
        testPlan.setUserDefinedVariables(ofPlan);
        variable(add(plan, new ThreadGroup(), "another group"), "a", "later");
        variable(plan, "c", "disabled").setEnabled(false);
        JMeterTreeNode off = add(plan, new ThreadGroup(), "group that is off");
        variable(off, "d", "below what is disabled");
        off.setEnabled(false);

        assertThat(PlanTreeScope.of(request).variables())
                .containsExactly(Map.entry("a", "later"), Map.entry("b", "${a}"));
    }

    @Test
    void shouldHaveTheFirstRowOfACsvFileWhenItIsInScope() throws IOException {
        variable(plan, "PAN", "of the plan");
        csv(group, "PAN,EXPIRY\n9999990000000015,2912\n");

        PlanTreeScope scope = PlanTreeScope.of(request);

        assertThat(scope.withoutFiles().variables()).containsExactly(Map.entry("PAN", "of the plan"));
        assertThat(scope.resolve().variables())
                .containsEntry("PAN", "9999990000000015")
                .containsEntry("EXPIRY", "2912");
    }

    @Test
    void shouldTakeTheNearestCsvFileWhenTwoGiveTheSameVariable() throws IOException {
        csv(controller, "PAN\nnearer\n");
        csv(plan, "PAN\nfarther\n");

        assertThat(PlanTreeScope.of(request).resolve().variables()).containsEntry("PAN", "nearer");
    }

    @Test
    void shouldPassACsvFileOverWhenItIsDisabledOrElsewhere() throws IOException {
        csv(group, "PAN\n1\n").setEnabled(false);
        csv(add(plan, new ThreadGroup(), "another group"), "PAN\n2\n");

        assertThat(PlanTreeScope.of(request).dataSets())
                .extracting(CsvFirstRow::name)
                .isEmpty();
    }
}
