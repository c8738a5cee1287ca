package io.github.isostress.jmeter.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;
import org.apache.jorphan.collections.SearchByClass;

/** Plans in the form of the plugin jmeter-iso8583, as files or made of a few lines, and what they become. */
final class OldPlans {
    private static final Path PLANS =
            Path.of(System.getProperty("project.basedir", "."), "src", "test", "resources", "migration");

    private OldPlans() {}

    /** A plan of the test resources. */
    static Path file(String name) {
        return PLANS.resolve(name);
    }

    /** What an old plan becomes. */
    record Migrated(Path file, MigrationReport report) {
        static Migrated of(Path old, Path folder) throws IOException {
            Path target = folder.resolve("new-" + old.getFileName());
            return new Migrated(target, Migration.migrate(old, target));
        }

        String text() throws IOException {
            return Files.readString(file);
        }

        /** The element of that name, as JMeter loads it. */
        TestElement element(String name) throws IOException {
            SearchByClass<TestElement> all = new SearchByClass<>(TestElement.class);
            SaveService.loadTree(file.toFile()).traverse(all);
            return all.getSearchResults().stream()
                    .filter(element -> element.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** The first text that a property has in the file. */
        String written(StringPropertyDescriptor<?> property) throws IOException {
            return StringUtils.substringBetween(
                    text(), "<stringProp name=\"" + property.getName() + "\">", "</stringProp>");
        }

        List<String> remarks() {
            return report.remarks().stream().map(MigrationRemark::toString).toList();
        }
    }

    /** An element of the old plugin, with texts as its properties. */
    static String element(String type, String name, Map<String, String> properties, String... tables) {
        String texts = properties.entrySet().stream()
                .map(each -> "<stringProp name=\"" + each.getKey() + "\">" + each.getValue() + "</stringProp>")
                .collect(Collectors.joining());
        String tag = OldPlugin.PACKAGE + type;
        return "<" + tag + " guiclass=\"TestBeanGUI\" testclass=\"" + tag + "\" testname=\"" + name + "\">" + texts
                + String.join("", tables) + "</" + tag + "><hashTree/>";
    }

    /** A table of an element; each row has one property. */
    static String table(String name, String property, Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "<elementProp name=\"" + row.getKey() + "\" elementType=\"any\" testname=\"" + row.getKey()
                        + "\"><stringProp name=\"" + property + "\">" + row.getValue() + "</stringProp></elementProp>")
                .collect(Collectors.joining("", "<collectionProp name=\"" + name + "\">", "</collectionProp>"));
    }

    /** A plan that has these elements, and nothing else. */
    static Path plan(Path folder, String... elements) throws IOException {
        String text = "<jmeterTestPlan version=\"1.2\" properties=\"5.0\" jmeter=\"5.6.3\"><hashTree>"
                + "<TestPlan guiclass=\"TestPlanGui\" testclass=\"TestPlan\" testname=\"plan\"></TestPlan><hashTree>"
                + String.join("", elements) + "</hashTree></hashTree></jmeterTestPlan>";
        return Files.write(folder.resolve("old.jmx"), text.getBytes(StandardCharsets.UTF_8));
    }
}
