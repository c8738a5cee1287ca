package io.github.isostress.window;

import io.github.isostress.window.screen.VirtualScreen;
import java.io.IOException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Has the test methods of a {@link WindowTest} played in JMeter's window; one window for each look serves them all. */
final class InJMeterWindow implements ExecutionCondition, ParameterResolver, InvocationInterceptor {
    private static final ExtensionContext.Namespace WINDOWS = ExtensionContext.Namespace.create(JMeterWindow.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return VirtualScreen.obstacle()
                .map(obstacle -> ConditionEvaluationResult.disabled("no real windows are opened: " + obstacle))
                .orElseGet(() -> ConditionEvaluationResult.enabled("windows can be opened"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == JMeterGui.class;
    }

    /** None: the JVM with the window has it. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return null;
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        play(invocation, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        play(invocation, method, context);
    }

    private static void play(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        Look look = method.getArguments().stream()
                .filter(Look.class::isInstance)
                .map(Look.class::cast)
                .findFirst()
                .orElse(Look.LIGHT);
        Call call = new Call(method.getTargetClass(), method.getExecutable().getName(), method.getArguments());
        window(look, context.getRoot().getStore(WINDOWS)).play(call);
    }

    private static JMeterWindow window(Look look, ExtensionContext.Store windows) throws IOException {
        IOException refused = windows.get("no " + look, IOException.class);
        if (refused != null) {
            throw new IOException("JMeter's window did not open for an earlier test", refused);
        }
        JMeterWindow open = windows.get(look, JMeterWindow.class);
        return open == null || !open.isOpen() ? open(look, windows) : open;
    }

    private static JMeterWindow open(Look look, ExtensionContext.Store windows) throws IOException {
        try {
            JMeterWindow open = new JMeterWindow(look);
            windows.put(look, open);
            return open;
        } catch (IOException e) {
            windows.put("no " + look, e);
            throw e;
        }
    }
}
