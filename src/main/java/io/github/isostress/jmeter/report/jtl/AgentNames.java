package io.github.isostress.jmeter.report.jtl;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells on which machine a sample was made. A controller puts the agent's address and port in front of the name of each
 * thread; else the column with the machine's name says it. Used by one thread.
 */
final class AgentNames {
    private static final Pattern IN_FRONT = Pattern.compile("(\\S+?:\\d+)-.*", Pattern.DOTALL);
    private static final int MOST_KNOWN = 10_000;

    private final Map<String, String> byThread = new HashMap<>();

    /** The agent, as in "10.1.2.3:1099", or the machine's name; empty if the JTL does not know. */
    String of(String thread, String hostName) {
        if (byThread.size() > MOST_KNOWN) {
            byThread.clear();
        }
        String agent = byThread.computeIfAbsent(thread, AgentNames::inFront);
        return agent.isEmpty() ? hostName : agent;
    }

    private static String inFront(String thread) {
        Matcher match = IN_FRONT.matcher(thread);
        return match.matches() ? match.group(1) : "";
    }
}
