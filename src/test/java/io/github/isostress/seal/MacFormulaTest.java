package io.github.isostress.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.support.PackagerFile;
import io.github.isostress.message.support.XmlPackager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.jpos.iso.packager.GenericPackager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** MACs are those that jPOS's bytes and the JDK's ciphers give, in ASCII, BCD and EBCDIC, of whole messages and parts. */
class MacFormulaTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] KEY = HEX.parseHex("0123456789ABCDEFFEDCBA9876543210");
    private static final Map<Integer, String> VALUES = Map.of(
            0, "0200", 2, "4761739001010119", 3, "000000", 4, "000000001000", 11, "000042", 41, "TERM0001", 48, "DATA");

    /** How elements are written. */
    enum Style {
        ASCII("IFA_NUMERIC", "IFA_BITMAP", "IFA_LLNUM", "IF_CHAR", "IFA_LLLCHAR", "IFA_BINARY", "IF_CHAR"),
        BCD("IFB_NUMERIC", "IFB_BITMAP", "IFB_LLNUM", "IF_CHAR", "IFB_LLLCHAR", "IFB_BINARY", "IF_CHAR"),
        EBCDIC("IFE_NUMERIC", "IFB_BITMAP", "IFE_LLNUM", "IFE_CHAR", "IFE_LLLCHAR", "IFB_BINARY", "IFE_CHAR");

        private final String xml;

        Style(String number, String bitmap, String pan, String text, String longText, String binary, String digits) {
            Map<Integer, String> classes = Map.of(
                    0, number, 1, bitmap, 2, pan, 3, number, 4, number, 11, number, 41, text, 48, longText, 64, binary);
            Map<Integer, Integer> lengths = Map.of(0, 4, 1, 16, 2, 19, 3, 6, 4, 12, 11, 6, 41, 8, 48, 999, 64, 8);
            this.xml = IntStream.concat(IntStream.rangeClosed(0, 127).filter(classes::containsKey), IntStream.of(128))
                    .mapToObj(id -> "<isofield id=\"" + id + "\" length=\"" + lengths.getOrDefault(id, 16)
                            + "\" name=\"F" + id + "\" pad=\"false\" class=\"org.jpos.iso."
                            + classes.getOrDefault(id, digits) + "\"/>")
                    .collect(Collectors.joining("", PackagerFile.DOCTYPE + "<isopackager>", "</isopackager>"));
        }

        IsoPackager packager() {
            return XmlPackager.of(name(), xml);
        }

        GenericPackager theirs() throws ISOException {
            return new GenericPackager(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String[] lines(String formula) {
        return Stream.concat(
                        VALUES.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()),
                        Stream.of(formula))
                .toArray(String[]::new);
    }

    /** The message as jPOS packs it, with this in the element of the MAC. */
    private static byte[] theirs(Style style, int element, String mac) throws ISOException {
        ISOMsg message = new ISOMsg();
        message.setPackager(style.theirs());
        VALUES.forEach((number, value) -> message.set(number, value));
        if (element == 64) {
            message.set(element, HEX.parseHex(mac));
        } else {
            message.set(element, mac);
        }
        return message.pack();
    }

    /** The MAC of ANSI X9.19, by the JDK alone. */
    private static String retail(byte[] data) {
        try {
            byte[] padded = Arrays.copyOf(data, (data.length + 7) / 8 * 8);
            SecretKeySpec left = new SecretKeySpec(KEY, 0, 8, "DES");
            Cipher chain = Cipher.getInstance("DES/CBC/NoPadding");
            chain.init(Cipher.ENCRYPT_MODE, left, new IvParameterSpec(new byte[8]));
            byte[] all = chain.doFinal(padded);
            Cipher block = Cipher.getInstance("DES/ECB/NoPadding");
            block.init(Cipher.DECRYPT_MODE, new SecretKeySpec(KEY, 8, 8, "DES"));
            byte[] middle = block.doFinal(all, all.length - 8, 8);
            block.init(Cipher.ENCRYPT_MODE, left);
            return HEX.formatHex(block.doFinal(middle));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void shouldBeTheJdksOverJposBytesWhenItCoversAllBeforeABinaryElement(Style style) throws Exception {
        byte[] unsealed = theirs(style, 64, "0000000000000000");
        int place = style == Style.ASCII ? 16 : 8;
        String mac = retail(Arrays.copyOf(unsealed, unsealed.length - place));

        assertThat(Filled.message(style.packager(), lines("64:= mac key=MAK"))).isEqualTo(theirs(style, 64, mac));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void shouldBeTheJdksOverJposBytesWhenItsOwnPlaceIsCoveredAsZeros(Style style) throws Exception {
        String binary = retail(theirs(style, 64, "0000000000000000"));
        String digits = retail(theirs(style, 128, "0000000000000000"));

        assertThat(Filled.message(style.packager(), lines("64:= mac key=MAK place=zero")))
                .isEqualTo(theirs(style, 64, binary));
        assertThat(Filled.message(style.packager(), lines("128:= mac key=MAK place=zero")))
                .isEqualTo(theirs(style, 128, digits));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void shouldBeTheJdksOverJposBytesWhenItIsSentAsHexDigits(Style style) throws Exception {
        byte[] unsealed = theirs(style, 128, "0000000000000000");
        String mac = retail(Arrays.copyOf(unsealed, unsealed.length - 16));

        assertThat(Filled.message(style.packager(), lines("128:= mac key=MAK algorithm=x9.19")))
                .isEqualTo(theirs(style, 128, mac));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void shouldBeTheJdksOverJposFieldsWhenElementsAreListedAsTheyAreSent(Style style) throws Exception {
        GenericPackager packager = style.theirs();
        byte[] covered = {};
        for (int element : List.of(2, 0, 41, 48)) {
            covered = ISOUtil.concat(
                    covered, packager.getFieldPackager(element).pack(new ISOField(element, VALUES.get(element))));
        }

        assertThat(Filled.message(style.packager(), lines("64:= mac key=MAK elements=2,0,41,48,60")))
                .isEqualTo(theirs(style, 64, retail(covered)));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void shouldBeTheJdksOverTheValuesWhenElementsAreListedAsText(Style style) throws Exception {
        String covered = "4761739001010119|000042|TERM0001";

        assertThat(Filled.message(
                        style.packager(), lines("64:= mac key=MAK elements=2,11,60,41 form=text separator=|")))
                .isEqualTo(theirs(style, 64, retail(covered.getBytes(StandardCharsets.US_ASCII))));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void shouldBeVerifiedWhenTheMessageIsReadBack(Style style) throws Exception {
        for (String formula :
                List.of("64:= mac key=MAK place=zero", "128:= mac key=MAK place=zero", "64:= mac key=MAK")) {
            byte[] message = Filled.message(style.packager(), lines(formula));

            assertThat(Filled.recomputed(style.packager(), message, formula)).isEmpty();
            message[0] ^= 1;
            assertThat(Filled.recomputed(style.packager(), message, formula)).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BDK,     FFFF9876543210E00001,     retail,   4,  request,  9CCC7817",
        "BDK,     FFFF9876543210E00001,     retail,   4,  response, 20364223",
        "AES-BDK, 123456789012345600000001, aes-cmac, 16, request,  A2EB5C1C35809E58404E873C3C411E31",
        "AES-BDK, 123456789012345600000001, aes-cmac, 16, response, DD4E1895FD9BF53D8DAF25568ABF551D",
    })
    void shouldBeThePublishedOneWhenTheKeyIsThatOfATransaction(
            String key, String ksn, String algorithm, int length, String direction, String published)
            throws FailureException {
        String formula = String.format(
                "128:= mac key=%s ksn=%s algorithm=%s length=%d direction=%s elements=48 form=text",
                key, ksn, algorithm, length, direction);
        IsoPackager packager =
                XmlPackager.of("long", Style.ASCII.xml.replace("id=\"128\" length=\"16\"", "id=\"128\" length=\"32\""));

        assertThat(Filled.value(packager, "128", "0 0200", "48 4012345678909D987", formula)
                        .strip())
                .isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            64:= mac key=MAK length=3                       | the length of a MAC by retail is 4 to 8 bytes, not 3
            64:= mac key=MAK length=9                       | the length of a MAC by retail is 4 to 8 bytes, not 9
            64:= mac key=AES-MAK algorithm=aes-cmac length=17 | the length of a MAC by aes-cmac is 4 to 16 bytes, not 17
            64:= mac key=MAK length=4 fill=3                | fill is no whole number from 4 to 999
            64:= mac key=MAK length=4                       | has 4 bytes, which do not fit IFB_BINARY of length 8
            64:= mac key=MAK length=x                       | length is no whole number from 0 to 32
            64:= mac key=MAK algorithm=md5                  | algorithm is none of retail, alg1, x9.9, x9.19, 3des-cmac, aes-cmac, hmac-sha256
            64:= mac key=MAK padding=3                      | padding is none of 1, 2, none
            64:= mac key=MAK algorithm=x9.19 padding=2      | the padding of x9.19 is 1, not 2
            64:= mac key=AES-MAK algorithm=aes-cmac padding=2 | aes-cmac has a padding of its own, so it takes none
            64:= mac key=MAK padding=none elements=11 form=text | without padding a MAC needs whole blocks of 8 bytes, but the data have 6 bytes
            64:= mac key=MAK algorithm=x9.9                 | a MAC by x9.9 needs a 3DES key of 8 bytes, not of 16
            64:= mac key=AES-MAK                            | a MAC by retail needs a key of 3DES, not of AES
            64:= mac key=CVK                                | key 'CVK' has the use CVK, but needed is MAC or BDK-3DES or BDK-AES
            64:= mac key=BDK                                | ksn comes from element 53, which the message does not have
            64:= mac key=BDK ksn=FFFF9876543210E0000        | the KSN of 3DES DUKPT (ANSI X9.24-1) has 20 hex digits, this one has 19
            64:= mac key=MAK form=text                      | form counts where elements are listed alone
            64:= mac key=MAK separator=+                    | separator counts where elements are listed alone
            64:= mac key=MAK elements=2 separator=+         | separator counts where form is text alone
            64:= mac key=MAK elements=2 place=zero          | place counts where no elements are listed alone
            64:= mac key=MAK elements=2,64                  | a MAC cannot cover its own element 64
            64:= mac key=MAK elements=2,48.1                | form=wire covers whole elements alone, and 48.1 is a part
            64:= mac key=MAK elements=2,x                   | elements: 'x' is no data element: write a number such as 11, 48.1 or 55.9F02
            """)
    void shouldNameLineElementAndRuleWhenItCannotBeComputed(String formula, String sentence) {
        Filled.assertThatRefusalOf(Style.BCD.packager(), "0 0200", "11 000042", "2 4761739001010119", formula)
                .isEqualTo("line 4, element 64: " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"MAK, retail", "MAK, alg1", "DES-MAK, x9.9", "MAK, x9.19", "MAK, 3des-cmac", "AES-MAK, aes-cmac"})
    void shouldBeFilledWhenItIsShorterThanItsElement(String key, String algorithm) throws Exception {
        String formula = "64:= mac fill=8 key=" + key + " algorithm=" + algorithm;

        String whole = Filled.value(Style.BCD.packager(), "64", lines(formula + " length=8"));

        assertThat(Filled.value(Style.BCD.packager(), "64", lines(formula + " length=4")))
                .isEqualTo(whole.substring(0, 8) + "00000000");
        assertThat(Filled.value(Style.BCD.packager(), "64", lines(formula + " length=4 filler=FF")))
                .isEqualTo(whole.substring(0, 8) + "FFFFFFFF");
    }
}
