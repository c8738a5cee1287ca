package io.github.isostress.jmeter.gui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import java.util.List;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.gui.tree.JMeterTreeModel;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jmeter.threads.ThreadGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which message defaults of the plan's tree a request inherits, as in a test run. */
@ExtendWith(JMeterEnvironment.class)
class DefaultsInTreeTest {
    private final JMeterTreeModel model = new JMeterTreeModel(new TestPlan("plan"));
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

    private static JMeterTreeNode defaults(JMeterTreeNode parent, String name) {
        return add(parent, new Iso8583MessageDefaults(), name);
    }

    private static List<String> inheritedBy(JMeterTreeNode node) {
        return PlanTreeScope.of(node).defaults().stream()
                .map(TestElement::getName)
                .toList();
    }

    @Test
    void shouldInheritFromEveryLevelWhenThereAreSeveralDefaults() {
        defaults(plan, "of the plan");
        defaults(group, "of the group");
        defaults(group, "second of the group");
        defaults(controller, "beside it");
        defaults(request, "its own");

        assertThat(inheritedBy(request))
                .containsExactly("its own", "beside it", "of the group", "second of the group", "of the plan");
    }

    @Test
    void shouldNotInheritWhenDefaultsAreDisabledOrElsewhere() {
        defaults(group, "off").setEnabled(false);
        defaults(add(group, new GenericController(), "other controller"), "elsewhere");
        defaults(add(controller, new Iso8583Request(), "other request"), "of another request");

        assertThat(inheritedBy(request)).isEmpty();
    }

    @Test
    void shouldInheritFromFartherDefaultsOnlyWhenTheElementIsDefaultsItself() {
        defaults(plan, "of the plan");
        defaults(group, "before");
        JMeterTreeNode shown = defaults(group, "shown");
        defaults(group, "after");

        assertThat(inheritedBy(shown)).containsExactly("after", "of the plan");
    }

    @Test
    void shouldBeAnotherScopeWhenALineOfTheDefaultsHasChanged() {
        JMeterTreeNode node = defaults(plan, "terminal");
        PlanTreeScope before = PlanTreeScope.of(request);
        assertThat(PlanTreeScope.of(request)).isEqualTo(before);

        node.getTestElement().set(Iso8583MessageDefaultsSchema.INSTANCE.lines, "41 TERM0002");

        assertThat(PlanTreeScope.of(request)).isNotEqualTo(before);
    }
}
