package io.github.isostress.jmeter.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

/** Writes many objects with the same members as a table, names once: hours of seconds stay small, and load fast. */
final class SecondsTable {
    private static final String COLUMNS = "columns";
    private static final String ROWS = "rows";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SecondsTable() {}

    /** The table of these objects. */
    static ObjectNode of(JsonNode objects) {
        ObjectNode table = NODES.objectNode();
        ArrayNode columns = table.putArray(COLUMNS);
        ArrayNode rows = table.putArray(ROWS);
        if (!objects.isEmpty()) {
            objects.get(0).fieldNames().forEachRemaining(columns::add);
        }
        objects.forEach(object -> rows.addRawValue(onOneLine(object)));
        return table;
    }

    /** However the rest is indented. */
    private static RawValue onOneLine(JsonNode object) {
        ArrayNode row = NODES.arrayNode();
        object.elements().forEachRemaining(row::add);
        return new RawValue(row.toString());
    }

    /** The objects of a table. */
    static ArrayNode objects(JsonNode table) {
        ArrayNode objects = NODES.arrayNode();
        JsonNode columns = table.path(COLUMNS);
        for (JsonNode row : table.path(ROWS)) {
            ObjectNode object = objects.addObject();
            for (int i = 0; i < columns.size(); i++) {
                object.set(columns.get(i).asText(), row.path(i));
            }
        }
        return objects;
    }
}
