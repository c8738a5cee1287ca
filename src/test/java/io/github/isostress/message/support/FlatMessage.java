package io.github.isostress.message.support;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.packager.bertlv.BERTLVPackager;

/** All values of a jPOS message by path, BER-TLV data as bytes, for comparing two of them. */
public final class FlatMessage {
    private FlatMessage() {}

    public static SortedMap<String, String> of(ISOMsg message) throws ISOException {
        SortedMap<String, String> values = new TreeMap<>();
        collect("", message, values);
        return values;
    }

    private static void collect(String prefix, ISOMsg message, SortedMap<String, String> values) throws ISOException {
        for (Object child : message.getChildren().values()) {
            ISOComponent component = (ISOComponent) child;
            String path = prefix + component.getKey();
            if (component instanceof ISOMsg objects && objects.getPackager() instanceof BERTLVPackager) {
                values.put(path, Messages.hex(objects.pack()));
            } else if (component instanceof ISOMsg composite) {
                collect(path + ".", composite, values);
            } else {
                values.put(
                        path, component.getValue() instanceof byte[] b ? Messages.hex(b) : "" + component.getValue());
            }
        }
    }
}
