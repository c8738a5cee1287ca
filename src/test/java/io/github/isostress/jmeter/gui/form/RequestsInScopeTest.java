package io.github.isostress.jmeter.gui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import java.util.List;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.gui.tree.JMeterTreeModel;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which requests go over a connection of the plan's tree, as in a test run. */
@ExtendWith(JMeterEnvironment.class)
class RequestsInScopeTest {
    private final JMeterTreeModel model = new JMeterTreeModel(new TestPlan("plan"));
    private final JMeterTreeNode plan = (JMeterTreeNode) ((JMeterTreeNode) model.getRoot()).getChildAt(0);
    private final JMeterTreeNode connection = add(plan, new Iso8583Connection(), "outer");
    private final JMeterTreeNode group = add(plan, new ThreadGroup(), "group");
    private final JMeterTreeNode controller = add(group, new GenericController(), "controller");

    private static JMeterTreeNode add(JMeterTreeNode parent, TestElement element, String name) {
        element.setName(name);
        JMeterTreeNode node = new JMeterTreeNode(element, null);
        parent.add(node);
        return node;
    }

    private List<String> names() {
        return RequestsInScope.of(connection).stream().map(TestElement::getName).toList();
    }

    @Test
    void shouldFindEveryRequestWhenNoOtherConnectionIsNearer() {
        add(group, new Iso8583Request(), "one");
        add(controller, new Iso8583Request(), "two");

        assertThat(names()).containsExactly("two", "one");
    }

    @Test
    void shouldLeaveOutWhatGoesOverANearerConnection() {
        add(controller, new Iso8583Connection(), "inner");
        add(controller, new Iso8583Request(), "inside");
        JMeterTreeNode own = add(group, new Iso8583Request(), "with its own");
        add(own, new Iso8583Connection(), "own");
        add(group, new Iso8583Request(), "outside");

        assertThat(names()).containsExactly("outside");
    }

    @Test
    void shouldLeaveOutWhatIsDisabled() {
        add(controller, new Iso8583Request(), "inside");
        controller.setEnabled(false);

        assertThat(names()).isEmpty();
    }

    @Test
    void shouldFindNoneWhenTheConnectionIsInNoPlan() {
        assertThat(RequestsInScope.of(new Iso8583Connection())).isEmpty();
    }
}
