package io.github.isostress.crypto.emv;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The data an application cryptogram is made of: values of tags, one after the other. Immutable. */
public final class CryptogramData {
    /** Issuer application data, of which a version may take a part. */
    public static final String ISSUER_DATA = "9F10";

    /** The least set of EMV Book 2, 8.1.1, in its order, with the ATC; the issuer application data follow. */
    private static final List<String> USUAL =
            List.of("9F02", "9F03", "9F1A", "95", "5F2A", "9A", "9C", "9F37", "82", "9F36", ISSUER_DATA);

    private final CryptogramVersion version;
    private final List<String> tags;

    private CryptogramData(CryptogramVersion version, List<String> tags) {
        this.version = version;
        this.tags = List.copyOf(tags);
    }

    /** Those the version prescribes. */
    public static CryptogramData of(CryptogramVersion version) {
        return new CryptogramData(version, USUAL);
    }

    /** Others, in this order; of tag 9F10 the version's part is taken. */
    public static CryptogramData listed(CryptogramVersion version, List<String> tags) {
        return new CryptogramData(version, tags);
    }

    /** The tags in their order, in hex digits. */
    public List<String> tags() {
        return tags;
    }

    /**
     * Joins the values.
     *
     * @param valueOf the value of a tag, or null where there is none
     * @throws IllegalArgumentException with one clear sentence that names the missing tags and the CVN
     */
    public byte[] from(Function<String, byte[]> valueOf) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        List<String> missing = new ArrayList<>();
        for (String tag : tags) {
            byte[] value = valueOf.apply(tag);
            if (value == null) {
                missing.add(tag);
            } else {
                data.writeBytes(
                        tag.equals(ISSUER_DATA) ? version.issuerDataPart().from(value) : value);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the cryptogram of CVN " + version + " needs "
                    + (missing.size() == 1 ? "tag " : "tags ") + String.join(", ", missing)
                    + ", which the message does not have");
        }
        return data.toByteArray();
    }
}
