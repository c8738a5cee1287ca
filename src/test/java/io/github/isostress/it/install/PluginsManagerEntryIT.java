package io.github.isostress.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jmeter.gui.JMeterGUIComponent;
import org.apache.jmeter.testelement.TestElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The entry for Plugins Manager: its form is the catalogue's, and what it names is what there is. */
class PluginsManagerEntryIT {
    private static final String CENTRAL = "https://repo1.maven.org/maven2/";

    private PluginsManagerEntry entry;

    @BeforeEach
    void read() throws IOException {
        entry = new PluginsManagerEntry();
    }

    @Test
    void shouldFitTheCatalogueWhenTheBuildHasFilledItIn() throws IOException {
        assertThat(CatalogueSchema.faults(entry.entries())).isEmpty();
        assertThat(entry.entries().toString()).doesNotContain("${");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("/0 may not have licence", entry -> entry.entry().put("licence", "MIT")),
                fault("/0 lacks markerClass", entry -> entry.entry().remove("markerClass")),
                fault("/0/name is no string", entry -> entry.entry().put("name", 1)),
                fault("/0/componentClasses is no array", entry -> entry.entry().put("componentClasses", "one")),
                fault(
                        "/0/versions may not have latest",
                        entry -> entry.entry().withObject("/versions").set("latest", entry.ofVersion())),
                fault(
                        "/0/versions/1.0 lacks downloadUrl",
                        entry -> entry.entry().withObject("/versions").putObject("1.0")),
                fault(
                        "/0/versions/1.0/libs may not have jpos<2",
                        entry -> entry.entry()
                                .withObject("/versions")
                                .putObject("1.0")
                                .put("downloadUrl", "")
                                .putObject("libs")
                                .put("jpos<2", "")));
    }

    private static Arguments fault(String sentence, Consumer<PluginsManagerEntry> damage) {
        return Arguments.of(sentence, damage);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void shouldNotFitTheCatalogueWhenItIsDamaged(String sentence, Consumer<PluginsManagerEntry> damage)
            throws IOException {
        damage.accept(entry);

        assertThat(CatalogueSchema.faults(entry.entries())).containsExactly(sentence);
    }

    @Test
    void shouldNameEachElementAndItsPanelWhenPlansCanHaveThem() {
        Set<String> components = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.isostress.jmeter.element", "io.github.isostress.jmeter.gui")
                        .stream()
                        .filter(type ->
                                type.isAssignableTo(TestElement.class) || type.isAssignableTo(JMeterGUIComponent.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        List<String> named = PluginsManagerEntry.texts(entry.entry().get("componentClasses"));
        assertThat(named).hasSizeGreaterThanOrEqualTo(20).containsExactlyInAnyOrderElementsOf(components);
        assertThat(named).contains(entry.entry().get("markerClass").asText());
    }

    @Test
    void shouldInstallEachBundledJarWhenItInstallsThePlugin() throws IOException {
        List<String> addresses = entry.libraryAddresses();

        assertThat(addresses)
                .allSatisfy(address -> assertThat(address).startsWith(CENTRAL))
                .extracting(address -> address.replaceFirst(".*/", ""))
                .containsExactlyInAnyOrderElementsOf(namesOfLibraries());
        assertThat(addresses)
                .allSatisfy(address -> assertThat(address).matches(".*/([\\w.-]+)/([\\d.]+)/\\1-\\2\\.jar"));
        assertThat(entry.ofVersion().get("downloadUrl").asText())
                .endsWith("/" + LaidOutHome.pluginJar().getFileName());
    }

    private static List<String> namesOfLibraries() throws IOException {
        return LaidOutHome.libraryJars().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .toList();
    }

    @Test
    void shouldFindEachBundledJarInEachOfTheThreeFoldersWhenThePluginIsStarted() throws IOException {
        try (JarFile plugin = new JarFile(LaidOutHome.pluginJar().toFile())) {
            String places = plugin.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);

            assertThat(places.split(" "))
                    .contains(namesOfLibraries().stream()
                            .flatMap(jar -> Stream.of(jar, "../" + jar, "iso-stress/" + jar))
                            .toArray(String[]::new));
        }
    }

    @Test
    void shouldTellTheLicenceOfJposWhenItOffersTheBundle() {
        assertThat(entry.entry().get("description").asText())
                .contains("AGPL-3.0 or a commercial licence", "hold a commercial jPOS licence");
    }
}
