package io.github.isostress.it.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What the catalogue of JMeter's Plugins Manager takes, as a JSON schema of these few keywords. */
final class CatalogueSchema {
    private static final Set<String> KEYWORDS =
            Set.of("type", "required", "properties", "patternProperties", "additionalProperties", "items");

    private final List<String> faults = new ArrayList<>();

    private CatalogueSchema() {}

    /** What is wrong with a list of entries, each with its place; empty if nothing is. */
    static List<String> faults(JsonNode entries) throws IOException {
        try (InputStream schema = CatalogueSchema.class.getResourceAsStream("/plugins-manager/schema.json")) {
            CatalogueSchema check = new CatalogueSchema();
            check.check("", entries, new ObjectMapper().readTree(schema));
            return check.faults;
        }
    }

    private void check(String place, JsonNode value, JsonNode schema) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!KEYWORDS.contains(keyword)) {
                throw new AssertionError("no such keyword here: " + keyword);
            }
        });
        if (!isOfType(value, schema.path("type").asText())) {
            faults.add(place + " is no " + schema.path("type").asText());
            return;
        }
        checkElements(place, value, schema.path("items"));
        if (value.isObject()) {
            checkFields(place, value, schema);
        }
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            default -> throw new AssertionError("no such type here: " + type);
        };
    }

    private void checkElements(String place, JsonNode array, JsonNode schema) {
        if (!schema.isMissingNode()) {
            for (int i = 0; i < array.size(); i++) {
                check(place + "/" + i, array.get(i), schema);
            }
        }
    }

    private void checkFields(String place, JsonNode object, JsonNode schema) {
        for (JsonNode name : schema.path("required")) {
            if (!object.has(name.asText())) {
                faults.add(place + " lacks " + name.asText());
            }
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            List<JsonNode> schemas = schemasOf(field.getKey(), schema);
            if (schemas.isEmpty() && !schema.path("additionalProperties").asBoolean(true)) {
                faults.add(place + " may not have " + field.getKey());
            }
            schemas.forEach(each -> check(place + "/" + field.getKey(), field.getValue(), each));
        }
    }

    private static List<JsonNode> schemasOf(String field, JsonNode schema) {
        List<JsonNode> schemas = new ArrayList<>();
        if (schema.path("properties").has(field)) {
            schemas.add(schema.path("properties").get(field));
        }
        Iterable<Map.Entry<String, JsonNode>> patterns =
                () -> schema.path("patternProperties").fields();
        StreamSupport.stream(patterns.spliterator(), false)
                .filter(pattern ->
                        Pattern.compile(pattern.getKey()).matcher(field).find())
                .forEach(pattern -> schemas.add(pattern.getValue()));
        return schemas;
    }
}
