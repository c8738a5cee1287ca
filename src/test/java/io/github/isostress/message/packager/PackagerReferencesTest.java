package io.github.isostress.message.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.isostress.message.support.PackagerFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a packager file refers to: files beside it are read, a network is never asked. */
class PackagerReferencesTest {
    private static final Duration NO_WAIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private ServerSocket listener;
    private final AtomicInteger asked = new AtomicInteger();

    /** Takes every caller and never answers: whoever asked would hang. */
    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(() -> {
            try {
                while (true) {
                    listener.accept();
                    asked.incrementAndGet();
                }
            } catch (SocketException e) {
                // Closed: the test is over.
            } catch (IOException e) {
                asked.incrementAndGet();
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    private List<String> sentences(String content) {
        return assertTimeoutPreemptively(
                NO_WAIT, () -> new PackagerFile(folder, content).sentences(), "nothing is waited for");
    }

    /** Each way to refer x each address that is not beside the file. */
    static Stream<Arguments> references() {
        return Stream.of(
                        "http://HOST/x.dtd",
                        "https://HOST/x.dtd",
                        "ftp://HOST/x.dtd",
                        "HTTP://HOST/x.dtd",
                        "jar:http://HOST/x.jar!/x.dtd",
                        "jar:file:/tmp/x.jar!/x.dtd",
                        "file:///etc/hostname",
                        "file://HOST/x.dtd",
                        "file:/etc/hostname",
                        "/etc/hostname",
                        "//HOST/x.dtd",
                        "\\\\127.0.0.1\\share\\x.dtd",
                        "C:\\x.dtd",
                        "../x.dtd",
                        "a/../../x.dtd",
                        "%2e%2e/x.dtd",
                        "%5c%5cHOST%5cx.dtd",
                        "netdoc:/etc/hostname",
                        "mailto:x",
                        "a%00.dtd")
                .flatMap(address -> Stream.of(
                                "<!DOCTYPE isopackager SYSTEM \"ADDRESS\">",
                                "<!DOCTYPE isopackager PUBLIC \"-//x//y//EN\" \"ADDRESS\">",
                                "<!DOCTYPE isopackager [<!ENTITY x SYSTEM \"ADDRESS\">]>",
                                "<!DOCTYPE isopackager [<!ENTITY x PUBLIC \"y\" \"ADDRESS\">]>",
                                "<!DOCTYPE isopackager [<!ENTITY % x SYSTEM \"ADDRESS\"> %x;]>",
                                "<!DOCTYPE isopackager [<!ENTITY % x PUBLIC \"y\" \"ADDRESS\"> %x;]>",
                                "<!DOCTYPE isopackager SYSTEM \"beside.dtd\" [<!ENTITY % x SYSTEM \"ADDRESS\"> %x;]>")
                        .map(form -> Arguments.of(form, address)));
    }

    @ParameterizedTest
    @MethodSource("references")
    void shouldRefuseAndAskNobodyWhenAReferenceLeavesTheFolder(String form, String address) throws Exception {
        Files.writeString(folder.resolve("beside.dtd"), "");
        String there = address.replace("HOST", "127.0.0.1:" + listener.getLocalPort());

        List<String> sentences = sentences(PackagerFile.around(form.replace("ADDRESS", there), PackagerFile.STAN));

        assertThat(sentences)
                .singleElement()
                .asString()
                .startsWith("packager file mine.xml, line 2: the ")
                .endsWith(" names " + there + "; a packager file may name only files beside it and jPOS's own DTD, "
                        + "and nothing else is opened");
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"http://HOST/x.xml\"/>",
                "<isofield id=\"11\" length=\"6\" class=\"org.jpos.iso.IFA_NUMERIC\" xmlns:xsi="
                        + "\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://HOST/x\"/>",
                "<?xml-stylesheet href=\"http://HOST/x.xsl\"?>"
                        + "<isofield id=\"11\" length=\"6\" class=\"http://HOST/x\"/>",
                "<isofieldpackager id=\"48\" length=\"999\" class=\"org.jpos.iso.IFA_LLLCHAR\" "
                        + "packager=\"org.jpos.iso.packager.GenericPackager\" params=\"http://HOST/x.xml\"/>",
                "<isofieldpackager id=\"48\" length=\"999\" class=\"org.jpos.iso.IFA_LLLCHAR\" "
                        + "packager=\"org.jpos.iso.packager.GenericValidatingPackager\" params=\"http://HOST/x.xml\"/>",
                "<isofieldpackager id=\"48\" length=\"999\" class=\"org.jpos.iso.IFA_LLLCHAR\" "
                        + "packager=\"org.jpos.iso.packager.X92GenericPackager\" params=\"file:///etc/hostname\"/>",
                "<isofieldpackager id=\"48\" length=\"999\" class=\"org.jpos.iso.IFA_LLLCHAR\" tagSize=\"2\" lenSize=\"3\" "
                        + "tagMapper=\"http://HOST/x\" packager=\"org.jpos.iso.packager.GenericTaggedFieldsPackager\"/>"
            })
    void shouldAskNobodyWhenAnythingElseNamesAnAddress(String inside) {
        sentences(PackagerFile.around("", inside.replace("HOST", "127.0.0.1:" + listener.getLocalPort())));

        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE isopackager>",
                "<!DOCTYPE isopackager SYSTEM \"genericpackager.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"cfg/packager/genericpackager.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"../dtd/generic-packager-1.0.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"..\\dtd\\genericpackager.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"C:\\jpos\\dtd\\generic-packager-1.0.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"file:///home/me/jpos/genericpackager.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"/opt/jpos/genericPackager.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"http://HOST/dtd/generic-packager-1.0.dtd\">",
                "<!DOCTYPE isopackager PUBLIC \"-//jPOS/jPOS Generic Packager DTD 1.0//EN\""
                        + " \"http://jpos.org/dtd/generic-packager-1.0.dtd\">",
                "<!DOCTYPE isopackager PUBLIC \"-//jPOS/jPOS Generic Packager DTD 1.0//EN\""
                        + " \"https://jpos.org/dtd/generic-packager-1.0.dtd\">",
                "<!DOCTYPE isopackager PUBLIC \"-//jPOS/jPOS Generic Packager DTD 1.0//EN\""
                        + " \"http://www.jpos.org/dtd/generic-packager-1.0.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"http://jpos.org/dtd/generic-validating-packager-1.0.dtd\">",
                "<!DOCTYPE isopackager SYSTEM \"http://jpos.org/dtd/generic-subtag-packager-1.0.dtd\">"
            })
    void shouldTakeJposOwnDtdWhenADoctypeMeansIt(String doctype) throws Exception {
        PackagerFile file = new PackagerFile(
                folder,
                PackagerFile.around(
                        doctype.replace("HOST", "127.0.0.1:" + listener.getLocalPort()), PackagerFile.STAN));

        assertThat(file.packager().defines(11)).isTrue();
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields.part",
                "parts/fields.part",
                "./fields.part",
                "a%20part.xml",
                "parts/again.part",
                "größe.part"
            })
    void shouldReadAFileBesideWhenAnEntityNamesIt(String reference) throws Exception {
        Files.createDirectory(folder.resolve("parts"));
        for (String name : List.of("fields.part", "parts/fields.part", "a part.xml", "größe.part")) {
            Files.writeString(folder.resolve(name), PackagerFile.STAN);
        }
        Files.writeString(folder.resolve("parts/again.part"), PackagerFile.STAN);

        PackagerFile file = new PackagerFile(
                folder,
                PackagerFile.around("<!DOCTYPE isopackager [<!ENTITY f SYSTEM \"" + reference + "\">]>\n", "&f;"));

        assertThat(file.packager().defines(11)).isTrue();
    }

    @Test
    void shouldSayFileAndLineWhenAMistakeStandsInAFileBeside() throws Exception {
        Files.writeString(folder.resolve("fields.part"), "\n\n" + PackagerFile.STAN.replace("\"6\"", "\"six\""));

        assertThat(sentences(
                        PackagerFile.around("<!DOCTYPE isopackager [<!ENTITY f SYSTEM \"fields.part\">]>\n", "&f;")))
                .containsExactly("packager file mine.xml, fields.part line 3, isofield 11: "
                        + "length=\"six\" is no number from 0 to 16777215");
    }

    @Test
    void shouldSayThatThereIsNoneWhenTheFileBesideIsMissing() {
        assertThat(sentences(PackagerFile.around("<!DOCTYPE isopackager SYSTEM \"own.dtd\">\n", PackagerFile.STAN)))
                .containsExactly("packager file mine.xml, line 2: the DOCTYPE names own.dtd, "
                        + "and there is no such file beside the packager file");
    }

    @Test
    void shouldRefuseWhenALinkBesideLeadsOutOfTheFolder() throws Exception {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("outside.part"), PackagerFile.STAN);
        Files.createSymbolicLink(inside.resolve("link.part"), folder.resolve("outside.part"));

        assertThat(new PackagerFile(
                                inside,
                                PackagerFile.around(
                                        "<!DOCTYPE isopackager [<!ENTITY f SYSTEM \"link.part\">]>\n", "&f;"))
                        .sentences())
                .singleElement()
                .asString()
                .endsWith("and there is no such file beside the packager file");
    }
}
