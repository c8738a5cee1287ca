package io.github.isostress.crypto.mac;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The HMAC of RFC 2104 with SHA-256 (FIPS 198-1), cut to a length. */
final class HmacSha256 implements MessageMac {
    private static final String NAME = "HmacSHA256";

    /** Knows the key and has seen no data. Each code is made by a copy, since a Mac serves one thread. */
    private final Mac fresh;

    private final int length;

    HmacSha256(byte[] key, int length) {
        this.length = length;
        try {
            fresh = Mac.getInstance(NAME);
            fresh.init(new SecretKeySpec(key, NAME));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + NAME, e);
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public byte[] of(byte[] data, int from, int to) {
        Mac mac = copy();
        mac.update(data, from, to - from);
        return Arrays.copyOf(mac.doFinal(), length);
    }

    private Mac copy() {
        try {
            return (Mac) fresh.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's " + NAME + " can be copied", e);
        }
    }
}
