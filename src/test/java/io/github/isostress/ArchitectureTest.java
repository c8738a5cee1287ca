package io.github.isostress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The package map: what each package may use. */
class ArchitectureTest {
    private static final String BASE = "io.github.isostress.";
    private static final Path SOURCES = Path.of(System.getProperty("project.basedir", "."), "src");
    private static final int MOST_LINES = 250;
    private static final int MOST_FILES = 40;
    private static final String[] PANELS = {BASE + "jmeter.gui..", BASE + "jmeter.editor", BASE + "jmeter.view"};
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.isostress");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
                    words            | nothing                                                                                                            | nothing
                    failure          | nothing                                                                                                            | nothing
                    vocabulary       | nothing                                                                                                            | org.apache.commons.lang3..
                    crypto           | nothing                                                                                                            | org.bouncycastle.. javax.crypto..
                    crypto.key       | crypto                                                                                                             | javax.crypto..
                    crypto.keyfile   | crypto.key                                                                                                         | com.fasterxml.jackson.core.. javax.crypto..
                    crypto.mac       | crypto                                                                                                             | javax.crypto..
                    crypto.pin       | crypto                                                                                                             | nothing
                    crypto.emv       | crypto crypto.mac                                                                                                  | org.bouncycastle..
                    crypto.dukpt     | crypto                                                                                                             | nothing
                    crypto.card      | crypto crypto.mac                                                                                                  | nothing
                    message.codec    | nothing                                                                                                            | org.jpos.iso.. org.jpos.tlv.. org.apache.commons.lang3..
                    message.tlv      | vocabulary message.codec                                                                                           | org.jpos.iso org.jpos.tlv.. org.apache.commons.lang3..
                    message.masking  | message.tlv                                                                                                        | org.apache.commons.lang3..
                    message.number   | nothing                                                                                                            | org.jpos.iso org.apache.commons.lang3..
                    message          | vocabulary message.codec message.tlv message.masking                                                               | org.jpos.iso.. org.jpos.tlv.. org.apache.commons.lang3..
                    message.packager | message message.codec                                                                                              | org.jpos.iso.. org.jpos.tlv.. org.apache.commons.lang3.. org.xml.sax.. javax.xml javax.xml.parsers
                    message.decode   | failure message message.codec message.tlv message.masking                                                          | org.jpos.iso.. org.jpos.tlv.. org.apache.commons.lang3..
                    message.describe | vocabulary message message.codec message.tlv message.masking message.decode                                        | org.jpos.iso.. org.jpos.tlv.. org.apache.commons.lang3..
                    message.value    | crypto.key message message.decode message.masking message.number | org.apache.commons.lang3..
                    seal             | failure crypto crypto.key crypto.mac crypto.dukpt crypto.pin crypto.emv crypto.card message message.codec message.decode message.number message.value | org.apache.commons.lang3..
                    message.template | failure crypto.key message message.codec message.tlv message.masking message.decode message.number message.value seal                                           | org.jpos.iso.. org.jpos.tlv.. org.apache.commons.lang3..
                    draft.capture    | nothing | nothing
                    draft            | failure message message.masking message.packager message.decode message.template message.value                                   | org.jpos.iso.. org.jpos.tlv.. org.apache.commons.lang3.. com.fasterxml.jackson.. javax.xml.stream
                    pace             | nothing                                                                                                            | nothing
                    health           | nothing                                                                                                            | org.HdrHistogram
                    health.condition | health                                                                                                                 | com.sun.management
                    health.verdict   | health.condition                                                                                                   | nothing
                    health.gate      | health health.verdict                                                                                              | nothing
                    health.live      | health                                                                                                             | nothing
                    health.record    | health health.condition health.gate health.verdict                                                                 | nothing
                    framing          | failure                                                                                                            | org.apache.commons.lang3..
                    wire             | failure framing                                                                                                    | org.apache.commons.lang3.. javax.net.ssl
                    tls              | failure wire                                                                                                       | org.apache.commons.lang3.. org.bouncycastle.. javax.crypto.. javax.net.ssl javax.security.auth.x500
                    connect          | failure framing wire tls                                                                                           | javax.net.ssl javax.security.auth.x500
                    diagnosis        | failure message message.packager message.decode framing                                                            | nothing
                    exchange         | crypto.key failure message message.masking message.decode message.describe message.template framing wire diagnosis vocabulary | nothing
                    judgement        | failure crypto.key vocabulary message message.masking message.decode message.describe message.template message.value seal exchange | org.apache.commons.lang3..
                    link             | crypto.key message.value seal failure message message.template exchange judgement framing wire tls connect                                                 | nothing
                    host.seal        | failure crypto crypto.key message message.codec message.tlv message.masking message.decode message.number message.value seal | org.apache.commons.lang3.. org.jpos.iso
                    host.session     | failure crypto.key host.seal message message.masking message.number message.decode message.describe framing wire connect diagnosis | org.apache.commons.lang3.. org.jpos.iso
                    host.rule        | failure crypto.key message message.masking framing wire host.seal host.session                                                          | org.apache.commons.lang3.. org.jpos.iso
                    host             | failure crypto.key crypto.keyfile host.seal message message.number message.packager message.decode message.masking framing tls connect wire host.session host.rule    | org.apache.commons.lang3.. org.bouncycastle..
                    """)
    void shouldUseOnlyEarlierStagesWhenItIsAStage(String name, String ownPackages, String libraries) {
        String[] allowed = Stream.of(
                        Stream.of("java..", BASE + "words", BASE + name),
                        words(ownPackages).map(BASE::concat),
                        words(libraries))
                .flatMap(part -> part)
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(BASE + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(OURS);
    }

    private static Stream<String> words(String text) {
        return text == null ? Stream.empty() : Stream.of(text.split(" "));
    }

    @Test
    void shouldNotKnowJMeterWhenOutsideItsPackages() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "jmeter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.jmeter..", "org.apache.jorphan..")
                .check(OURS);
    }

    @Test
    void shouldNotKnowSwingWhenNotAPanel() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PANELS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..", "java.awt..", BASE + "jmeter.gui..")
                .check(OURS);
    }

    @Test
    void shouldSendNothingWhenAPanel() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "jmeter.gui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "exchange", BASE + "host..", BASE + "jmeter.function")
                .check(OURS);
    }

    @Test
    void shouldHaveNoCyclesWhenAllPackagesAreSeen() {
        slices().matching(BASE + "(**)").should().beFreeOfCycles().check(OURS);
    }

    /** Panels and what they are made of lie below one package, those that are made of them beside it. */
    @Test
    void shouldHaveNoCyclesWhenAPackageOfJMeterIsSeenWithThoseBelowIt() {
        slices().matching(BASE + "jmeter.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS.that(JavaClass.Predicates.resideOutsideOfPackages(PANELS)));
    }

    @Test
    void shouldSpeakThroughJMetersLogWhenItIsNoMainClass() {
        noClasses()
                .that(haveNoMain())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging")
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> haveNoMain() {
        return DescribedPredicate.describe(
                "have no main method",
                candidate -> candidate.getMethods().stream()
                        .noneMatch(method -> method.getName().equals("main")));
    }

    @Test
    void shouldSayWhatAPackageIsForWhenThereIsOne() {
        Path sources = SOURCES.resolve("main").resolve("java");

        assertThat(OURS.stream().map(JavaClass::getPackageName).distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(
                                sources.resolve(name.replace('.', '/')).resolve("package-info.java"))
                        .isRegularFile()
                        .satisfies(file -> assertThat(Files.readString(file)).startsWith("/**")));
    }

    @Test
    void shouldBeReadInOneGoWhenItIsAFile() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.add(file.getFileName() + " has " + lines + " lines");
            }
        }

        assertThat(tooLong).isEmpty();
    }

    @Test
    void shouldBeSeenAtAGlanceWhenItIsAPackage() throws IOException {
        Map<Path, Long> filesByFolder =
                sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        filesByFolder.values().removeIf(files -> files <= MOST_FILES);
        assertThat(filesByFolder).isEmpty();
    }

    @Test
    void shouldHaveANameForItselfWhenItIsAType() throws IOException {
        Map<String, Long> filesByName = sources().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("package-info.java"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        filesByName.values().removeIf(files -> files == 1);
        assertThat(filesByName).isEmpty();
    }

    /** All of ours: main, tests, benchmarks. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
