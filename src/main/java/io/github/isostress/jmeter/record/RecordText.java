package io.github.isostress.jmeter.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.health.record.RecordedAgent;
import io.github.isostress.health.record.RunRecord;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Records of runs, and the reports of agents, as JSON. Stateless and thread-safe. */
public final class RecordText {
    private static final ObjectMapper MAPPER = RecordJson.mapper();
    private static final String FORMAT = "format";
    private static final String SECONDS = "seconds";
    private static final String AGENTS = "agents";
    private static final String RUN = "run";

    private RecordText() {}

    /** A record, for people as well. */
    public static String of(RunRecord run) throws JsonProcessingException {
        return MAPPER.writer(printer()).writeValueAsString(withSeconds(MAPPER.valueToTree(run), SecondsTable::of))
                + "\n";
    }

    /** An agent's report, for its controller. */
    public static byte[] of(RecordedAgent agent) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(ofAgent(MAPPER.valueToTree(agent), SecondsTable::of));
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }

    /**
     * Reads a record of this version or of one before.
     *
     * @throws IOException if it is none; its message goes on after the name of the file
     */
    public static RunRecord read(String json) throws IOException {
        try {
            JsonNode run = MAPPER.readTree(json);
            check(run.path(FORMAT).asInt());
            return MAPPER.treeToValue(withSeconds(run, SecondsTable::objects), RunRecord.class);
        } catch (JsonProcessingException e) {
            throw new IOException("is no record of a run: " + withoutSource(e.getOriginalMessage()), e);
        }
    }

    private static void check(int format) throws IOException {
        if (format < 1 || format > RunRecord.FORMAT) {
            throw new IOException(
                    "has format " + format + ", and this version reads the formats 1 to " + RunRecord.FORMAT);
        }
    }

    /**
     * Reads the report of an agent.
     *
     * @throws IOException with one clear sentence if it is none
     */
    public static RecordedAgent readAgent(byte[] json) throws IOException {
        try {
            JsonNode agent = MAPPER.readTree(json);
            int format = agent.path(RUN).path(FORMAT).asInt();
            if (format != RunRecord.FORMAT) {
                throw new IOException("the report has format " + format + ", and the controller's version reads format "
                        + RunRecord.FORMAT + ": install the same version of the plugin on all machines");
            }
            return MAPPER.treeToValue(ofAgent(agent, SecondsTable::objects), RecordedAgent.class);
        } catch (JsonProcessingException e) {
            throw new IOException("this is no report of an agent: " + withoutSource(e.getOriginalMessage()), e);
        }
    }

    private static JsonNode withSeconds(JsonNode run, UnaryOperator<JsonNode> form) {
        if (run instanceof ObjectNode members) {
            members.set(SECONDS, form.apply(members.path(SECONDS)));
            members.path(AGENTS).forEach(agent -> ofAgent(agent, form));
        }
        return run;
    }

    private static JsonNode ofAgent(JsonNode agent, UnaryOperator<JsonNode> form) {
        if (agent.path(RUN).isObject()) {
            withSeconds(agent.path(RUN), form);
        }
        return agent;
    }

    /** Jackson adds in brackets where it read, which is this file. */
    private static String withoutSource(String message) {
        return message.replaceAll(" \\(start marker at .*", "");
    }
}
