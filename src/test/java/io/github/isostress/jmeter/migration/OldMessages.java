package io.github.isostress.jmeter.migration;

import java.util.HexFormat;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.jpos.iso.packager.GenericPackager;
import org.jpos.tlv.ISOTaggedField;

/** Messages of jPOS with the fields of an old plan, set as the old plugin set them. */
final class OldMessages {
    /** The card number in the plans of the test resources. */
    static final String PAN = "4761739001010010";

    private OldMessages() {}

    /** That of the plans in the test resources, as jPOS reads it. */
    static GenericPackager packager() throws Exception {
        return new GenericPackager(OldPlans.file("packager.xml").toString());
    }

    /** A message with these fields: a path, then its content. */
    static ISOMsg message(String... fields) throws Exception {
        ISOMsg message = new ISOMsg();
        message.setPackager(packager());
        for (int i = 0; i < fields.length; i += 2) {
            message.set(fields[i], fields[i + 1]);
        }
        return message;
    }

    /** Sets a tag that holds characters or digits. */
    static void tag(ISOMsg message, int number, String tag, String text) throws Exception {
        message.set("55." + number, new ISOTaggedField(tag, new ISOField(number, text)));
    }

    /** Sets a tag that holds bytes. */
    static void binaryTag(ISOMsg message, int number, String tag, String hex) throws Exception {
        message.set("55." + number, new ISOTaggedField(tag, new ISOBinaryField(number, ISOUtil.hex2byte(hex))));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
