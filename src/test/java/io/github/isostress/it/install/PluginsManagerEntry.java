package io.github.isostress.it.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.it.JMeterProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What JMeter's Plugins Manager is told of the plugin, as the build has filled it in. */
final class PluginsManagerEntry {
    /** Where the build has put the entry, and the manager itself. */
    static final Path FOLDER = Path.of(System.getProperty(
            "plugins-manager.directory",
            JMeterProcess.HOME.resolveSibling("plugins-manager").toString()));

    private final ArrayNode entries;

    PluginsManagerEntry() throws IOException {
        entries = (ArrayNode) new ObjectMapper()
                .readTree(FOLDER.resolve("plugins-manager.json").toFile());
    }

    /** The list that has it alone, to be read and changed. */
    ArrayNode entries() {
        return entries;
    }

    /** The entry, to be read and changed. */
    ObjectNode entry() {
        return (ObjectNode) entries.get(0);
    }

    /** Its id. */
    String id() {
        return entry().get("id").asText();
    }

    /** The version that the build makes. */
    String version() {
        return entry().get("versions").fieldNames().next();
    }

    /** Of that version. */
    ObjectNode ofVersion() {
        return (ObjectNode) entry().get("versions").get(version());
    }

    /** Where that version's libraries are downloaded. */
    List<String> libraryAddresses() {
        return texts(ofVersion().get("libs"));
    }

    /** The texts in an array or an object. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
