package io.github.isostress.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packagers by name and by file, and what a user hears of one that cannot be used. */
class PackagersTest {
    private static final String START = """
            <!DOCTYPE isopackager PUBLIC "-//jPOS/jPOS Generic Packager DTD 1.0//EN"
                "http://jpos.org/dtd/generic-packager-1.0.dtd">
            <isopackager>
            <isofield id="0" length="4" name="MTI" class="org.jpos.iso.IFA_NUMERIC"/>
            """;
    private static final String BITMAP =
            "<isofield id=\"1\" length=\"16\" name=\"Bitmap\" class=\"org.jpos.iso.IFA_BITMAP\"/>";
    private static final String END = "</isopackager>";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("mine.xml");
    }

    private IsoPackager find() {
        return Packagers.find("mine.xml", folder::resolve).orElseThrow();
    }

    private ThrowableAssertAlternative<IllegalArgumentException> assertRefused(String content) throws IOException {
        Files.writeString(file, content);
        return assertThatIllegalArgumentException()
                .isThrownBy(this::find)
                .withMessageStartingWith(
                        "packager file mine.xml is not a jPOS packager (XML with DOCTYPE isopackager): ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso87ascii", "iso87binary", "iso93ascii", "iso93binary", "cmf"})
    void shouldFindThePackagerWhenNameIsBuiltIn(String name) {
        IsoPackager packager = Packagers.find(" " + name + " ", Path::of).orElseThrow();

        assertThat(packager.name()).isEqualTo(name);
        assertThat(packager.highestElement()).isEqualTo(128);
        assertThat(packager.elementName(2)).isNotBlank();
    }

    @Test
    void shouldParseOnceWhenAskedAgainForABuiltInName() {
        assertThat(Packagers.builtIn("cmf")).isSameAs(Packagers.builtIn("cmf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "none"})
    void shouldFindNoneWhenMessagesAreRaw(String name) {
        assertThat(Packagers.find(name, Path::of)).isEmpty();
    }

    @Test
    void shouldReadTheFileWhenNameIsNotBuiltIn() throws Exception {
        Files.writeString(file, START + BITMAP + END);

        assertThat(find().name()).isEqualTo("mine.xml");
    }

    @Test
    void shouldParseOnceWhenFileIsAskedForAgain() throws Exception {
        Files.writeString(file, START + BITMAP + END);

        assertThat(find()).isSameAs(find());
    }

    @Test
    void shouldParseAnewWhenFileHasChanged() throws Exception {
        Files.writeString(file, START + BITMAP + END);
        IsoPackager before = find();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

        assertThat(find()).isNotSameAs(before);
    }

    @Test
    void shouldRefuseWhenThereIsNoSuchFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(this::find)
                .withMessage("packager 'mine.xml' is none of iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, "
                        + "none, and there is no file " + file);
    }

    @Test
    void shouldRefuseWhenNameIsAFolder() throws Exception {
        Files.createDirectory(file);

        assertThatIllegalArgumentException().isThrownBy(this::find).withMessageEndingWith("there is no file " + file);
    }

    @Test
    void shouldRefuseWhenBuiltInNameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packagers.builtIn("iso2003"))
                .withMessageStartingWith("packager 'iso2003' is none of iso87ascii, ");
    }

    @Test
    void shouldSayTheLineWhenFileIsNoXml() throws Exception {
        assertRefused("0 0200").withMessageContaining(": line 1: ");
    }

    @Test
    void shouldSayTheLineWhenFileIsATestPlan() throws Exception {
        assertRefused("<?xml version=\"1.0\"?>\n<jmeterTestPlan version=\"1.2\"/>")
                .withMessageContaining(": line 2: ");
    }

    @Test
    void shouldRefuseWhenFileIsEmpty() throws Exception {
        assertRefused("");
    }

    @Test
    void shouldSayTheLineWhenXmlEndsTooEarly() throws Exception {
        assertRefused(START).withMessageContaining(": line ");
    }

    @Test
    void shouldNameTheClassWhenThereIsNone() throws Exception {
        assertRefused(START + BITMAP.replace("IFA_BITMAP", "IFA_BITMOP") + END)
                .withMessageEndingWith(": there is no class org.jpos.iso.IFA_BITMOP");
    }

    @Test
    void shouldNameTheClassWhenItIsNoFieldPackager() throws Exception {
        assertRefused(START + BITMAP.replace("org.jpos.iso.IFA_BITMAP", "java.lang.Object") + END)
                .withMessageEndingWith(
                        ": class java.lang.Object cannot be cast to class org.jpos.iso.ISOFieldPackager");
    }

    @Test
    void shouldSayWhatIsMissingWhenPackagerHasNoBitmap() throws Exception {
        assertRefused(START + END).withMessageEndingWith(": it defines no bitmap");
    }

    @Test
    void shouldUseItsOwnClassLoaderWhenThreadHasAnother() throws Exception {
        Files.writeString(file, START + BITMAP + END);
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(find().highestElement()).isEqualTo(1);
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }
}
