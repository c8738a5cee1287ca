package io.github.isostress.message.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.support.PackagerFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jpos.iso.IFA_NUMERIC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a packager file is told with file, line, element and rule. */
class PackagerMistakesTest {
    @TempDir
    private Path folder;

    private List<String> sentences(String content) throws Exception {
        return new PackagerFile(folder, content).sentences();
    }

    /** F is an isofield 11 of length 6, P an isofieldpackager 48; what is written replaces or adds attributes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            F id=two            | isofield two: id="two" is no number from 0 to 99999
            F id=               | isofield : id="" is no number from 0 to 99999
            F id=-1             | isofield -1: id="-1" is no number from 0 to 99999
            F id=193            | isofield 193: its id is above 192, the highest that a bitmap announces
            F id=2000000000     | isofield 2000000000: id="2000000000" is no number from 0 to 99999
            F id=1              | isofield 1: its id stands twice: first at line 5
            F -id               | isofield: it has no attribute id
            F length=twelve     | isofield 11: length="twelve" is no number from 0 to 16777215
            F length=-6         | isofield 11: length="-6" is no number from 0 to 16777215
            F length=6.0        | isofield 11: length="6.0" is no number from 0 to 16777215
            F length=           | isofield 11: length="" is no number from 0 to 16777215
            F length=99999999   | isofield 11: length="99999999" is no number from 0 to 16777215
            F -length           | isofield 11: it has no attribute length
            F -class            | isofield 11: it has no attribute class
            F pad=yes           | isofield 11: pad="yes" is neither true nor false
            F trim=1            | isofield 11: trim="1" is neither true nor false
            F lenght=6          | isofield 11: there is no attribute lenght; did you mean length?
            F colour=red        | isofield 11: there is no attribute colour
            F params=x          | isofield 11: class org.jpos.iso.IFA_NUMERIC takes no params
            F class=org.jpos.iso.IFA_ALPHA   | isofield 11: jPOS has no class org.jpos.iso.IFA_ALPHA; for letters use org.jpos.iso.IF_CHAR (EBCDIC: org.jpos.iso.IFE_CHAR)
            F class=org.jpos.iso.IFB_LLVAR   | isofield 11: jPOS has no class org.jpos.iso.IFB_LLVAR; use org.jpos.iso.IFB_LLCHAR or org.jpos.iso.IFB_LLNUM or org.jpos.iso.IFB_LLBINARY
            F class=org.jpos.iso.IFA_NUMERC  | isofield 11: jPOS has no class org.jpos.iso.IFA_NUMERC; did you mean org.jpos.iso.IFA_NUMERIC?
            F class=org.jpos.iso.ifa_numeric | isofield 11: jPOS has no class org.jpos.iso.ifa_numeric; did you mean org.jpos.iso.IFA_NUMERIC?
            F class=IFA_NUMERIC              | isofield 11: there is no class IFA_NUMERIC; did you mean org.jpos.iso.IFA_NUMERIC?
            F class=org.jpos.iso.packager.IFB_BITMAP | isofield 11: jPOS has no class org.jpos.iso.packager.IFB_BITMAP; did you mean org.jpos.iso.IFB_BITMAP?
            F class=org.jpos.iso.XYZZY       | isofield 11: jPOS has no class org.jpos.iso.XYZZY
            F class=                         | isofield 11: it names no class
            F class=com.acme.Mine            | isofield 11: there is no class com.acme.Mine; if it is your own, put its jar beside those of this plugin
            F class=java.lang.String         | isofield 11: class java.lang.String is no field packager (org.jpos.iso.ISOFieldPackager)
            F class=org.jpos.iso.packager.ISO87APackager | isofield 11: class org.jpos.iso.packager.ISO87APackager is no field packager (org.jpos.iso.ISOFieldPackager)
            F class=org.jpos.iso.ISOFieldPackager | isofield 11: class org.jpos.iso.ISOFieldPackager is abstract: name one that extends it
            F class=org.jpos.iso.ISOMsgFieldPackager | isofield 11: class org.jpos.iso.ISOMsgFieldPackager has no constructor without arguments
            F class=org.jpos.iso.IFA_LLNUM length=100 | isofield 11: Length 100 too long for org.jpos.iso.IFA_LLNUM
            P -packager         | isofieldpackager 48: it has no attribute packager
            P packager=org.jpos.iso.IFA_NUMERIC | isofieldpackager 48: class org.jpos.iso.IFA_NUMERIC is no packager of parts (org.jpos.iso.ISOBasePackager)
            P packager=org.jpos.iso.packager.GenericSubfieldPackager | isofieldpackager 48: jPOS has no class org.jpos.iso.packager.GenericSubfieldPackager; did you mean org.jpos.iso.packager.GenericSubFieldPackager?
            P packager=org.jpos.tlv.packager.bertlv.BERTLVPackager | isofieldpackager 48: class org.jpos.tlv.packager.bertlv.BERTLVPackager is abstract: name one that extends it
            P emitBitmap=       | isofieldpackager 48: emitBitmap="" is neither true nor false
            P emitBitmap=true   | isofieldpackager 48: it defines no bitmap; give it one of a class such as org.jpos.iso.IFB_BITMAP, or write emitBitmap="false"
            P -emitBitmap       | isofieldpackager 48: it defines no bitmap; give it one of a class such as org.jpos.iso.IFB_BITMAP, or write emitBitmap="false"
            P emitBitmap=true bitmapField=70 | isofieldpackager 48: its bitmapField is the number of no element
            P emitBitmap=true packager=org.jpos.iso.packager.GenericPackager | isofieldpackager 48: it defines no bitmap; give it one of a class such as org.jpos.iso.IFB_BITMAP, or write emitBitmap="false"
            P packager=org.jpos.iso.packager.GenericPackager params=x.xml | isofieldpackager 48: packager org.jpos.iso.packager.GenericPackager takes no params: the parts stand inside <isofieldpackager>
            P tagMapper=java.lang.String | isofieldpackager 48: class java.lang.String is no tag mapper (org.jpos.iso.packager.TagMapper)
            P class=org.jpos.iso.IFA_LLLVAR | isofieldpackager 48: jPOS has no class org.jpos.iso.IFA_LLLVAR; use org.jpos.iso.IFA_LLLCHAR or org.jpos.iso.IFA_LLLNUM or org.jpos.iso.IFA_LLLBINARY
            """)
    void shouldSayElementAndRuleWhenAnAttributeIsWrong(String change, String sentence) throws Exception {
        assertThat(sentences(PackagerFile.around(PackagerFile.DOCTYPE, element(change))))
                .containsExactly("packager file mine.xml, line 6, " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twelve", "1e3", "\u0661", "99999999999999999999", "null", "true", "${LENGTH}"})
    void shouldNeverPassOnTheWordsOfAParserWhateverAnAttributeHolds(String value) throws Exception {
        List<String> attributes = List.of(
                "id params token pad trim name length packager emitBitmap maxValidField bitmapField firstField headerLength"
                        .split(" "));
        for (String attribute : attributes) {
            for (String kind : List.of("F ", "P ")) {
                assertThat(sentences(PackagerFile.around("", element(kind + attribute + "=" + value))))
                        .as(kind + attribute)
                        .noneMatch(sentence -> sentence.contains("For input string") || sentence.contains("Exception"));
            }
        }
    }

    private static String element(String change) {
        String start = change.startsWith("F")
                ? "isofield id=\"11\" length=\"6\" class=\"org.jpos.iso.IFA_NUMERIC\" "
                : "isofieldpackager id=\"48\" length=\"999\" class=\"org.jpos.iso.IFA_LLLCHAR\" emitBitmap=\"false\" "
                        + "packager=\"org.jpos.iso.packager.GenericSubFieldPackager\" ";
        for (String part : change.substring(1).strip().split(" ")) {
            String name = part.replaceFirst("^-", "").replaceFirst("=.*", "");
            start = start.replaceFirst("\\b" + name + "=\"[^\"]*\" ", "");
            start += part.startsWith("-") ? "" : name + "=\"" + part.substring(name.length() + 1) + "\" ";
        }
        return "<" + start + "/>\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            maxValidField="x"     | maxValidField="x" is no number from 0 to 99999
            headerLength="-1"     | headerLength="-1" is no number from 0 to 9999
            emitBitmap="no"       | emitBitmap="no" is neither true nor false
            emitBitmp="false"     | there is no attribute emitBitmp; did you mean emitBitmap?
            firstField="two"      | firstField="two" is no number from 0 to 99999
            thirdBitmapField="500" | thirdBitmapField="500" is no number from 0 to 128
            """)
    void shouldSayTheRuleWhenAnAttributeOfThePackagerIsWrong(String attribute, String sentence) throws Exception {
        assertThat(sentences(PackagerFile.around("", PackagerFile.STAN)
                        .replace("<isopackager>", "<isopackager " + attribute + ">")))
                .containsExactly("packager file mine.xml, line 2, isopackager: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                    | : it is empty, not the XML of a packager
            ~   ~                                 | : it is blank, not the XML of a packager
            0800 2020000000800000                 | : it is text, not the XML of a packager
            {"fields": {}}                        | : it is JSON or a list in brackets, not the XML of a packager
            PK\u0003\u0004                        | : it is an archive (zip or jar), not the XML of a packager
            <html><body/></html>                  | , line 1: it is HTML: a packager file begins with <isopackager>, this one with <html>
            <!DOCTYPE html><html/>                | , line 1: its DOCTYPE is html, not isopackager
            <jmeterTestPlan version="1.2"/>       | , line 1: it is a JMeter test plan: a packager file begins with <isopackager>, this one with <jmeterTestPlan>
            <isomsg/>                             | , line 1: it is a message in jPOS's XML, not a packager: a packager file begins with <isopackager>, this one with <isomsg>
            <isopackager>                         | , line 1: the file ends before <isopackager> of line 1 is closed
            <isopackager><isofield id="0"         | , line 1: the file ends before <isopackager> of line 1 is closed
            <isopackager></isofield>              | , line 1: it is not well-formed XML: The element type "isopackager" must be terminated by the matching end-tag "</..
            <isopackager/>                        | , line 1: it defines no bitmap; give it one of a class such as org.jpos.iso.IFB_BITMAP, or write emitBitmap="false"
            <isopackager emitBitmap="false"/>     | : it defines no elements
            <isopackager>&x;</isopackager>        | , line 1: it is not well-formed XML: The entity "x" was referenced, but not declared
            """)
    void shouldSayWhatItIsWhenItIsNoPackager(String content, String sentence) throws Exception {
        assertThat(sentences(content)).containsExactly("packager file mine.xml" + sentence);
    }

    @Test
    void shouldSayTheEncodingWhenTheBytesAreNotOfIt() throws Exception {
        byte[] latin = PackagerFile.around("", PackagerFile.STAN.replace("STAN", "Numéro"))
                .getBytes("ISO-8859-1");

        assertThat(new PackagerFile(folder, latin).sentences())
                .singleElement()
                .asString()
                .endsWith("its bytes are not of the encoding that its first line declares (without one: UTF-8)");
    }

    @Test
    void shouldNameEachWhenSeveralThingsAreWrong() throws Exception {
        String inside = PackagerFile.STAN.replace("11", "a")
                + "text\n"
                + "<isofeild id=\"12\"/>\n"
                + "<isofield id=\"13\" length=\"1\" class=\"org.jpos.iso.IF_CHAR\"><isofield id=\"1\"/></isofield>\n";

        assertThat(sentences(PackagerFile.around("", inside)))
                .containsExactly(
                        "packager file mine.xml, line 7: text stands between elements: text",
                        "packager file mine.xml, line 5, isofield a: id=\"a\" is no number from 0 to 99999",
                        "packager file mine.xml, line 7, isofeild 12: there is no such XML element in a packager; "
                                + "did you mean isofield?",
                        "packager file mine.xml, line 8, isofield 1: it stands inside <isofield>; "
                                + "parts of an element stand inside <isofieldpackager>");
    }

    @Test
    void shouldCountTheRestWhenOneSentenceIsWanted() throws Exception {
        PackagerFile file = new PackagerFile(
                folder,
                PackagerFile.around("", PackagerFile.STAN.replace("11", "a") + PackagerFile.STAN.replace("11", "b")));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(file::packager))
                .hasMessage("packager file mine.xml, line 5, isofield a: id=\"a\" is no number from 0 to 99999 "
                        + "(and 1 mistake more)");
    }

    /** Tells whether any of its code ran. */
    static final class Stranger {
        private static final AtomicBoolean RAN = RanFlag.RAN;

        static {
            RAN.set(true);
        }
    }

    /** Apart from the class that must not run. */
    static final class RanFlag {
        static final AtomicBoolean RAN = new AtomicBoolean();
    }

    @ParameterizedTest
    @CsvSource({"F class", "P class", "P packager", "P tagMapper"})
    void shouldRunNoCodeWhenAClassIsOfAnotherKind(String attribute) throws Exception {
        String stranger = getClass().getName() + "$Stranger";

        assertThat(sentences(PackagerFile.around("", element(attribute + "=" + stranger))))
                .singleElement()
                .asString()
                .contains("class " + stranger + " is no ");
        assertThat(RanFlag.RAN).isFalse();
    }

    /** A class of somebody's own that cannot be made. */
    public static final class Failing extends IFA_NUMERIC {
        /** Fails. */
        public Failing() {
            throw new IllegalStateException("no licence");
        }
    }

    @Test
    void shouldSayWhyWhenAClassOfItsOwnCannotBeMade() throws Exception {
        String failing = getClass().getName() + "$Failing";

        assertThat(sentences(PackagerFile.around("", element("F class=" + failing))))
                .containsExactly("packager file mine.xml, line 5, isofield 11: class " + failing
                        + " cannot be made: no licence");
    }

    @Test
    void shouldTakeAnAttributeWhenTheFilesOwnDtdDeclaresIt() throws Exception {
        String doctype = "<!DOCTYPE isopackager [<!ATTLIST isofield colour CDATA #IMPLIED>]>\n";

        assertThat(new PackagerFile(folder, PackagerFile.around(doctype, element("F colour=red")))
                        .packager()
                        .defines(11))
                .isTrue();
    }
}
