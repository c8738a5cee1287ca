package io.github.isostress.support;

import io.github.isostress.message.packager.Packagers;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** Messages packed and unpacked by jPOS alone. */
public final class TestMessages {
    private TestMessages() {}

    /** A purchase in the packager's version of ISO 8583. */
    public static ISOMsg purchase(String packager, String stan) {
        ISOMsg message = message(packager, version(packager) + "200", stan);
        message.set(2, "9999990000000013");
        message.set(3, "000000");
        message.set(37, "000000" + stan);
        message.set(41, "TERM0001");
        return message;
    }

    /** A message with MTI, STAN and few other elements. */
    public static ISOMsg message(String packager, String mti, String stan) {
        try {
            ISOMsg message = new ISOMsg();
            message.setPackager(Packagers.builtIn(packager));
            message.setMTI(mti);
            message.set(7, "1121203000");
            message.set(11, stan);
            return message;
        } catch (ISOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The first digit of MTIs under this packager. */
    public static String version(String packager) {
        return packager.startsWith("iso87") ? "0" : packager.startsWith("iso93") ? "1" : "2";
    }

    public static byte[] pack(ISOMsg message) {
        try {
            return message.pack();
        } catch (ISOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static ISOMsg unpack(String packager, byte[] bytes) {
        try {
            ISOMsg message = new ISOMsg();
            message.setPackager(Packagers.builtIn(packager));
            message.unpack(bytes);
            return message;
        } catch (ISOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
