package io.github.isostress.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Tells IP addresses from names, without resolving. Bouncy Castle could, but the first class of a signed jar costs the
 * time to verify its signature, and the first connect would pay it.
 */
final class IpAddresses {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    private IpAddresses() {}

    /** Whether the text is four numbers up to 255 with dots between them. */
    static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    /** Whether the text is an IPv6 address (RFC 4291, section 2.2), without the name of a network interface. */
    static boolean isIpv6(String text) {
        if (!IPV6_CHARACTERS.matcher(text).matches()) {
            return false;
        }
        try {
            // Java reads or refuses a text in brackets with a colon; it never resolves it.
            InetAddress.getByName("[" + text + "]");
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
