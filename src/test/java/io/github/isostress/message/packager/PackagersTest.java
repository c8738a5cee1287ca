package io.github.isostress.message.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.message.IsoPackager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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

        assertThatIllegalArgumentException()
                .isThrownBy(this::find)
                .withMessageContaining("and " + file + " is a folder");
    }

    @Test
    void shouldRefuseWhenBuiltInNameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packagers.builtIn("iso2003"))
                .withMessageStartingWith("packager 'iso2003' is none of iso87ascii, ");
    }

    /** Reading anew would give another exception. */
    @Test
    void shouldRememberTheRefusalWhenTheFileHasNotChanged() throws Exception {
        Files.writeString(file, START + END);
        PackagerRefusal first = catchThrowableOfType(PackagerRefusal.class, this::find);

        assertThat(catchThrowableOfType(PackagerRefusal.class, this::find)).isSameAs(first);
    }

    @Test
    void shouldReadAnewWhenARefusedFileHasBeenMended() throws Exception {
        Files.writeString(file, START + END);
        assertThatIllegalArgumentException().isThrownBy(this::find);
        Files.writeString(file, START + BITMAP + END);

        assertThat(find().highestElement()).isEqualTo(1);
    }

    @Test
    void shouldReadAnewWhenAFileBesideHasComeOrChanged() throws Exception {
        Files.writeString(
                file,
                "<!DOCTYPE isopackager [<!ENTITY bitmap SYSTEM \"bitmap.part\">]>\n"
                        + START.substring(START.indexOf("<isopackager>")) + "&bitmap;" + END);
        assertThatIllegalArgumentException().isThrownBy(this::find);
        Path beside = Files.writeString(folder.resolve("bitmap.part"), BITMAP);
        IsoPackager before = find();
        Files.setLastModifiedTime(beside, FileTime.fromMillis(1_000_000));

        assertThat(find()).isNotSameAs(before);
        assertThat(find()).isSameAs(find());
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
