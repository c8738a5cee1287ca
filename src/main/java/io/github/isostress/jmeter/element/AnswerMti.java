package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.HostRequest;
import io.github.isostress.message.template.TemplateSource;
import org.apache.jmeter.threads.JMeterVariables;

/** The MTI that answers the request that a thread has taken: a variable, and the line of a template that has it. */
public final class AnswerMti {
    /** The variable that holds it. */
    public static final String VARIABLE = "iso8583.answer.mti";

    /** What each answer inherits. */
    public static final TemplateSource LINE = new TemplateSource("the request's MTI", "0 ${" + VARIABLE + "}");

    private AnswerMti() {}

    static void keep(JMeterVariables variables, HostRequest request) {
        variables.put(VARIABLE, request.answerMti());
    }
}
