package io.github.isostress.message.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.isostress.message.support.PackagerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packager files made to exhaust whoever reads them: each is refused soon. */
class PackagerWithoutEndTest {
    private static final Duration NO_WAIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private List<String> sentences(String content) {
        return assertTimeoutPreemptively(
                NO_WAIT, () -> new PackagerFile(folder, content).sentences(), "nothing is waited for");
    }

    /** 10^9, one entity a thousand times, parameter entities, entities in attributes, an entity that means itself. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "attribute", "large", "parameter", "itself", "beside"})
    void shouldEndSoonWhenEntitiesExpandWithoutEnd(String kind) throws Exception {
        StringBuilder nested = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            nested.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        Files.writeString(folder.resolve("beside.part"), "&f;&f;");
        Files.writeString(folder.resolve("bomb.dtd"), parameters());
        String content = switch (kind) {
            case "text" -> dtd(nested.toString(), field("", "&l9;"));
            case "attribute" -> dtd(nested.toString(), field("&l9;", ""));
            case "large" -> dtd("<!ENTITY l \"" + "x".repeat(1_000_000) + "\">", field("", "&l;".repeat(1_000)));
            case "parameter" -> PackagerFile.around("<!DOCTYPE isopackager SYSTEM \"bomb.dtd\">", PackagerFile.STAN);
            case "itself" -> dtd("<!ENTITY l \"&l;\">", field("", "&l;"));
            default -> dtd("<!ENTITY f SYSTEM \"beside.part\">", "&f;");
        };

        assertThat(sentences(content)).singleElement().asString().startsWith("packager file mine.xml");
    }

    private static String parameters() {
        StringBuilder nested = new StringBuilder("<!ENTITY % l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            nested.append("<!ENTITY % l")
                    .append(i)
                    .append(" \"")
                    .append(("%l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return nested.toString();
    }

    private static String dtd(String declarations, String inside) {
        return PackagerFile.around("<!DOCTYPE isopackager [" + declarations + "]>", inside);
    }

    private static String field(String name, String text) {
        return "<isofield id=\"11\" length=\"6\" name=\"" + name + "\" class=\"org.jpos.iso.IFA_NUMERIC\">" + text
                + "</isofield>";
    }

    @Test
    void shouldEndSoonWhenElementsAreNestedWithoutEnd() {
        String parts =
                "<isofieldpackager id=\"2\" length=\"999\" class=\"org.jpos.iso.IFA_LLLCHAR\" emitBitmap=\"false\" "
                        + "packager=\"org.jpos.iso.packager.GenericSubFieldPackager\">";

        assertThat(sentences(PackagerFile.around("", parts.repeat(100_000))))
                .last()
                .asString()
                .endsWith("its elements are nested deeper than 16");
    }

    @Test
    void shouldRefuseWhenTheFileIsLargerThanAnyPackager() throws Exception {
        assertThat(new PackagerFile(folder, new byte[PackagerSource.LARGEST + 1]).sentences())
                .containsExactly("packager file mine.xml: it cannot be read: mine.xml has more than 16 MB");
    }
}
