package io.github.isostress.jmeter.element;

import io.github.isostress.jmeter.RunCache;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.judgement.VerifiedSeals;
import io.github.isostress.message.IsoPackager;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.testelement.schema.PropertyDescriptor;

/**
 * By what the answers to one thread's request are verified: what the request says, or else the nearest of its message
 * defaults that says something. The lines are compiled once in a run; their expressions are evaluated for each answer.
 */
final class RequestVerification {
    private static final PropertyDescriptor<?, ?> OWN = Iso8583RequestSchema.INSTANCE.verified;
    private static final PropertyDescriptor<?, ?> INHERITED = Iso8583MessageDefaultsSchema.INSTANCE.verified;
    private static final RunCache<Written, VerifiedSeals> OF_RUN = new RunCache<>(1_000, Written::compiled);

    private final TestElement request;
    private final List<Iso8583MessageDefaults> defaults;
    private RunContext run;
    private Optional<IsoPackager> packager = Optional.empty();
    private Object compiledPlace = "";
    private VerifiedSeals seals = VerifiedSeals.NONE;

    /**
     * Lines in the plan.
     *
     * @param place see {@link JMeterExpressions#place}
     * @param packager reads the answers; empty if messages are raw
     */
    private record Written(Object place, Optional<IsoPackager> packager) {
        VerifiedSeals compiled() {
            return VerifiedSeals.compile(JMeterExpressions.textAt(place), packager, JMeterExpressions.INSTANCE);
        }
    }

    /**
     * Of a request.
     *
     * @param defaults that it inherits from, nearest first; they change
     */
    RequestVerification(TestElement request, List<Iso8583MessageDefaults> defaults) {
        this.request = request;
        this.defaults = defaults;
    }

    /**
     * What the texts say now.
     *
     * @throws IllegalArgumentException if the lines cannot be used
     */
    VerifiedSeals of(RunContext asked, Optional<IsoPackager> reader) {
        Object own = place(request, OWN);
        if (!isNothing(own)) {
            return of(asked, reader, own, "");
        }
        for (int i = 0; i < defaults.size(); i++) {
            Object inherited = place(defaults.get(i), INHERITED);
            if (!isNothing(inherited)) {
                return of(asked, reader, inherited, defaults.get(i).getName());
            }
        }
        return VerifiedSeals.NONE;
    }

    /** Not read, as that would evaluate its functions. */
    private static Object place(TestElement element, PropertyDescriptor<?, ?> property) {
        JMeterProperty lines = element.getPropertyOrNull(property.getName());
        return lines == null ? "" : JMeterExpressions.place(lines);
    }

    private static boolean isNothing(Object place) {
        return place instanceof String text && text.isBlank();
    }

    private VerifiedSeals of(RunContext asked, Optional<IsoPackager> reader, Object place, String inheritedFrom) {
        if (run != asked || packager != reader || !place.equals(compiledPlace)) {
            seals = compiled(asked, new Written(place, reader), inheritedFrom);
            run = asked;
            packager = reader;
            compiledPlace = place;
        }
        return seals;
    }

    private static VerifiedSeals compiled(RunContext run, Written written, String inheritedFrom) {
        try {
            return OF_RUN.get(run, written);
        } catch (IllegalArgumentException e) {
            String where = inheritedFrom.isEmpty() ? "" : " of '" + inheritedFrom + "'";
            throw new IllegalArgumentException(OWN.getShortName() + where + ": " + e.getMessage(), e);
        }
    }
}
