package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.message.DefinedPart;
import io.github.isostress.message.PackagerSummary;
import io.github.isostress.message.packager.PackagerRefusal;
import io.github.isostress.message.packager.Packagers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/**
 * What the packager that an element names defines. Immutable.
 *
 * @param name a built-in name or a file's
 * @param summary what it is, in a few sentences
 * @param elements its data elements by number, each followed by its parts
 */
public record PackagerCheck(String name, String summary, List<DefinedPart> elements) {
    public PackagerCheck {
        elements = List.copyOf(elements);
    }

    /**
     * Reads the packager. Blocks.
     *
     * @param element with the settings to use
     * @param packager the property that names the packager
     * @param variables the values of the plan's variables, expressions as they were written
     * @return empty if messages are raw
     * @throws IllegalArgumentException if there is no such packager or it is not usable; with a line for each mistake
     */
    public static Optional<PackagerCheck> of(
            TestElement element, StringPropertyDescriptor<?> packager, Map<String, String> variables) {
        PropertyReader read = new PropertyReader(PlanVariables.evaluated(element, variables, packager));
        try {
            return Packagers.find(read.text(packager), PropertyReader::resolve)
                    .map(found -> new PackagerCheck(found.name(), PackagerSummary.of(found), DefinedPart.allOf(found)));
        } catch (PackagerRefusal e) {
            throw new IllegalArgumentException(String.join("\n", e.sentences()), e);
        }
    }
}
