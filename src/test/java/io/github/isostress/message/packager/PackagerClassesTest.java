package io.github.isostress.message.packager;

import static io.github.isostress.message.support.Messages.decode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.message.DefinedElement;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.support.SampleMessage;
import io.github.isostress.message.support.SampleValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.iso.ISOPackager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packagers that are classes of jPOS or files in its jar, as other jPOS tools take them. */
class PackagerClassesTest {
    private static IsoPackager find(String name) {
        return Packagers.find(name, Path::of).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BASE24Packager", "Base1Packager", "EuroPackager", "ISO87APackager", "ISO87APackagerBBitmap",
                "ISO87BPackager", "ISO93APackager", "ISO93BPackager", "PostPackager", "X92Packager"
            })
    void shouldPackAndReadAsTheClassDoesWhenItIsNamed(String simpleName) throws Exception {
        String name = "org.jpos.iso.packager." + simpleName;
        IsoPackager packager = find(name);
        ISOPackager original =
                (ISOPackager) Class.forName(name).getDeclaredConstructor().newInstance();
        Random random = new Random(20);

        for (DefinedElement element : DefinedElement.allOf(packager)) {
            if (element.number() < 2
                    || packager.getFieldPackager(element.number()).getLength() == 0
                    || packager.getFieldPackager(element.number()) instanceof ISOMsgFieldPackager) {
                continue;
            }
            SampleMessage sample = new SampleMessage(
                    packager,
                    List.of(
                            new SampleMessage.Line("0", "0200", false),
                            new SampleMessage.Line(
                                    String.valueOf(element.number()),
                                    SampleValues.of(packager.getFieldPackager(element.number()), random),
                                    false)));
            ISOMsg message = sample.jpos();
            message.setPackager(original);
            byte[] packed = message.pack();

            assertThat(sample.template().fill().bytes()).as(element.toString()).isEqualTo(packed);
            assertThat(decode(packager, packed).elements()).contains(element.number());
        }
        assertThat(packager.name()).isEqualTo(name);
        assertThat(find(name)).isSameAs(packager);
    }

    static Stream<String> allOfJpos() {
        return JposClasses.names().stream().filter(name -> name.contains("Packager"));
    }

    @ParameterizedTest
    @MethodSource("allOfJpos")
    void shouldLoadOrSayWhyNotWhenAnyClassOfJposIsNamed(String name) {
        try {
            assertThat(DefinedElement.allOf(find(name))).isNotEmpty();
        } catch (PackagerRefusal e) {
            assertThat(e)
                    .hasMessageStartingWith("packager '" + name + "': ")
                    .message()
                    .containsAnyOf(
                            " is no packager of elements ",
                            " packs the parts of an element, not a message",
                            " is abstract: ",
                            ": it defines no elements",
                            " cannot be made: Length 255 too long for org.jpos.iso.IFB_LLCHAR");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jar:packager/iso87ascii.xml, iso87ascii",
        "jar:/packager/cmf.xml, cmf",
        "ISO87ascii, iso87ascii",
        "CMF, cmf",
        "Iso93Binary, iso93binary"
    })
    void shouldDefineTheSameWhenABuiltInOneIsNamedAnotherWay(String name, String builtIn) {
        assertThat(DefinedElement.allOf(find(name))).isEqualTo(DefinedElement.allOf(Packagers.builtIn(builtIn)));
    }

    @Test
    void shouldReadAFileOfTheClassPathWhenItIsNoneOfJposs() {
        assertThat(find("jar:packagers/own.xml").defines(43)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org.jpos.iso.packager.PostPakager | packager 'org.jpos.iso.packager.PostPakager': jPOS has no class org.jpos.iso.packager.PostPakager; did you mean org.jpos.iso.packager.PostPackager?
            PostPackager                      | packager 'PostPackager' is none of iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, none, and there is no file PostPackager; did you mean org.jpos.iso.packager.PostPackager?
            java.lang.String                  | packager 'java.lang.String': class java.lang.String is no packager of elements (org.jpos.iso.ISOBasePackager)
            com.acme.Mine                     | packager 'com.acme.Mine': there is no class com.acme.Mine; if it is your own, put its jar beside those of this plugin
            iso87ascii.xml                    | packager 'iso87ascii.xml' is none of iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, none, and there is no file iso87ascii.xml; did you mean iso87ascii?
            iso87asci                         | packager 'iso87asci' is none of iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, none, and there is no file iso87asci; did you mean iso87ascii?
            jar:nix.xml                       | packager 'jar:nix.xml' is no file on the class path; jar: takes the path inside a jar, such as jar:packager/cmf.xml
            jar:file:/tmp/x.jar!/x.xml        | packager 'jar:file:/tmp/x.jar!/x.xml' is no file on the class path; jar: takes the path inside a jar, such as jar:packager/cmf.xml
            jar:http://127.0.0.1:1/x.xml      | packager 'jar:http://127.0.0.1:1/x.xml' is no file on the class path; jar: takes the path inside a jar, such as jar:packager/cmf.xml
            jar:../../pom.xml                 | packager 'jar:../../pom.xml' is no file on the class path; jar: takes the path inside a jar, such as jar:packager/cmf.xml
            src/test                          | packager 'src/test' is none of iso87ascii, iso87binary, iso93ascii, iso93binary, cmf, none, and src/test is a folder
            """)
    void shouldSayWhatToWriteWhenThereIsNoSuchPackager(String name, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> find(name)).withMessage(sentence);
    }
}
