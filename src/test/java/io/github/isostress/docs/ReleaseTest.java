package io.github.isostress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the build says of a release: none without its bill of materials. */
class ReleaseTest {
    private static final String PROFILE = "/project/profiles/profile[id='release']//plugin";

    private final XPath xpath = XPathFactory.newDefaultInstance().newXPath();

    private List<String> texts(String file, String path) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Page.inProject(file).toFile());
        NodeList found = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(node -> node.getTextContent().strip())
                .toList();
    }

    @Test
    void shouldRefuseToBeginWhenMavenIsOffline() throws Exception {
        String rule = PROFILE + "//requireProperty[property='settings.offline']";

        assertThat(texts("pom.xml", rule + "/regex")).containsExactly("false");
        assertThat(texts("pom.xml", rule + "/regexMessage"))
                .singleElement()
                .asString()
                .contains("bill of materials (SBOM)", "leave out -o");
    }

    @Test
    void shouldHaveTheBillOfMaterialsInTheZipWhenThatIsMadeAfterIt() throws Exception {
        String name = texts("pom.xml", PROFILE + "[artifactId='cyclonedx-maven-plugin']//outputName")
                .get(0);
        List<String> plugins = texts("pom.xml", PROFILE + "/artifactId");

        assertThat(texts("src/release/zip.xml", "/assembly/files/file/source"))
                .contains("${release.directory}/" + name + ".json");
        assertThat(plugins.indexOf("maven-assembly-plugin")).isGreaterThan(plugins.indexOf("cyclonedx-maven-plugin"));
    }
}
