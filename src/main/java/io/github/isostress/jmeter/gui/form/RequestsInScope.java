package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import java.util.ArrayList;
import java.util.List;
import javax.swing.tree.TreeNode;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.testelement.TestElement;

/** The requests that go over a connection, found in JMeter's tree. Used on the event thread. */
public final class RequestsInScope {
    private RequestsInScope() {}

    /** Copies of those of the plan that is open in JMeter; none if the connection is not in it. */
    public static List<Iso8583Request> of(TestElement connection) {
        GuiPackage gui = GuiPackage.getInstance();
        JMeterTreeNode node = gui == null || connection == null ? null : gui.getNodeOf(connection);
        return node == null ? List.of() : of(node);
    }

    /** Copies of those that have this connection as their nearest one. */
    static List<Iso8583Request> of(JMeterTreeNode connection) {
        List<Iso8583Request> requests = new ArrayList<>();
        collect(connection.getParent(), (Iso8583Connection) connection.getTestElement(), requests);
        return List.copyOf(requests);
    }

    private static void collect(TreeNode parent, Iso8583Connection connection, List<Iso8583Request> requests) {
        for (JMeterTreeNode node : PlanTreeScope.enabledChildren(parent)) {
            if (node.getTestElement() instanceof Iso8583Request request
                    && PlanTreeScope.nearestConnection(node) == connection) {
                requests.add((Iso8583Request) request.clone());
            }
            collect(node, connection, requests);
        }
    }
}
