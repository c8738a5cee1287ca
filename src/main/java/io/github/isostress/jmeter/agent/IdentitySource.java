package io.github.isostress.jmeter.agent;

import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.util.JMeterUtils;

/** Where the number of a machine is found. Each method reads anew. Stateless. */
final class IdentitySource {
    private static final String ID = "agent.id";
    private static final String COUNT = "agent.count";
    private static final String TAURUS_INDEX = "TAURUS_SESSIONS_INDEX";
    private static final String TAURUS_TOTAL = "TAURUS_SESSIONS_TOTAL";
    private static final String OWN = "iso8583.agent.property";
    private static final String LEAST = "iso8583.agent.first";

    /** A number, perhaps behind a name that ends with a hyphen, perhaps with the count behind a slash. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*-)?(\\d{1,6})(?:/(\\d{1,6}))?");

    /** What says it, and the text that it has. */
    private record Said(String where, String text, int least) {}

    private IdentitySource() {}

    static AgentIdentity ofRun() {
        return Stream.<Optional<AgentIdentity>>of(ofController())
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ofSettings(System::getenv));
    }

    /** By the place of this agent's host string among those of its controller. */
    private static Optional<AgentIdentity> ofController() {
        return Assignment.ofRun().flatMap(assignment -> {
            List<String> hosts = assignment.hosts();
            String own = StringUtils.trimToEmpty(
                    JMeterUtils.getProperty(JMeterUtils.THREAD_GROUP_DISTRIBUTED_PREFIX_PROPERTY_NAME));
            int place = hosts.indexOf(own);
            return place < 0
                    ? Optional.empty()
                    : Optional.of(
                            new AgentIdentity(own, place + 1, hosts.size(), "the agents that the controller starts"));
        });
    }

    /** By what is set on this machine. */
    static AgentIdentity ofSettings(UnaryOperator<String> environment) {
        return said(environment).map(said -> read(said, environment)).orElse(AgentIdentity.ALONE);
    }

    private static Optional<Said> said(UnaryOperator<String> environment) {
        return Stream.<Optional<Said>>of(
                        property(ID).map(text -> new Said("property " + ID, text, 1)),
                        variable(environment, TAURUS_INDEX)
                                .map(text -> new Said("environment variable " + TAURUS_INDEX, text, 1)),
                        ofOwn(environment))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Said> ofOwn(UnaryOperator<String> environment) {
        return property(OWN)
                .map(name -> property(name)
                        .map(text -> new Said("property " + name, text, least()))
                        .or(() -> variable(environment, name)
                                .map(text -> new Said("environment variable " + name, text, least())))
                        .orElseThrow(() -> new IllegalArgumentException("property " + OWN + " names '" + name
                                + "', and no JMeter property or environment variable of this name is set")));
    }

    /** The number of the first machine where the source is one of the user's own. */
    private static int least() {
        String text = property(LEAST).orElse("1");
        if (!text.equals("0") && !text.equals("1")) {
            throw new IllegalArgumentException("property " + LEAST + " is '" + text + "', it must be 0 or 1");
        }
        return Integer.parseInt(text);
    }

    private static AgentIdentity read(Said said, UnaryOperator<String> environment) {
        Matcher parts = NUMBER.matcher(said.text());
        if (!parts.matches()) {
            throw refusal(said, "it must be the number of this machine, such as 2 or 2/3");
        }
        int number = Integer.parseInt(parts.group(1)) - said.least() + 1;
        int count = parts.group(2) == null ? count(said, environment) : Integer.parseInt(parts.group(2));
        if (number < 1) {
            throw refusal(
                    said,
                    "the first machine has number " + said.least()
                            + (said.where().endsWith(ID) ? "" : ", unless " + LEAST + " is 0"));
        }
        if (count == AgentIdentity.UNKNOWN && number > AgentIdentity.SHARES_WITHOUT_COUNT) {
            throw refusal(
                    said,
                    "without " + COUNT + " there are no more than " + AgentIdentity.SHARES_WITHOUT_COUNT + " machines");
        }
        if (count != AgentIdentity.UNKNOWN && number > count) {
            throw refusal(said, (count == 1 ? "there is " : "there are ") + Plural.of(count, "machine"));
        }
        return new AgentIdentity(JMeterUtils.getLocalHostName(), number, count, said.where());
    }

    private static int count(Said said, UnaryOperator<String> environment) {
        Optional<String> total =
                said.where().endsWith(TAURUS_INDEX) ? variable(environment, TAURUS_TOTAL) : Optional.empty();
        String text = total.or(() -> property(COUNT)).orElse("");
        if (text.isEmpty()) {
            return AgentIdentity.UNKNOWN;
        }
        if (!text.matches("0*[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException(
                    (total.isPresent() ? "environment variable " + TAURUS_TOTAL : "property " + COUNT) + " is '" + text
                            + "', it must be the number of machines, from 1");
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException refusal(Said said, String rule) {
        return new IllegalArgumentException(said.where() + " is '" + said.text() + "', " + rule);
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(StringUtils.trimToNull(JMeterUtils.getProperty(name)));
    }

    private static Optional<String> variable(UnaryOperator<String> environment, String name) {
        return Optional.ofNullable(StringUtils.trimToNull(environment.apply(name)));
    }
}
