package io.github.isostress.message.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.support.PackagerFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encodings that a packager file may be written in. */
class PackagerEncodingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "windows-1252", "US-ASCII"})
    void shouldReadTheNameWhenAnEncodingIsDeclared(String encoding) throws Exception {
        String name = encoding.equals("US-ASCII") ? "Numero" : "Numéro";
        String content = PackagerFile.around(PackagerFile.DOCTYPE, PackagerFile.STAN.replace("STAN", name))
                .replace("version=\"1.0\"", "version=\"1.0\" encoding=\"" + encoding + "\"")
                .replace("\n", "\r\n");

        IsoPackager packager = new PackagerFile(folder, content.getBytes(encoding)).packager();

        assertThat(packager.elementName(11)).isEqualTo(name);
    }

    @Test
    void shouldReadWhenAByteOrderMarkStandsInFront() throws Exception {
        byte[] content = ("\uFEFF" + PackagerFile.around("", PackagerFile.STAN)).getBytes(StandardCharsets.UTF_8);

        assertThat(new PackagerFile(folder, content).packager().defines(11)).isTrue();
    }
}
