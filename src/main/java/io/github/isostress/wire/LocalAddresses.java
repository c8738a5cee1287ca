package io.github.isostress.wire;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The addresses of this machine that connections are to come from. */
public final class LocalAddresses {
    private LocalAddresses() {}

    /**
     * Reads IPv4 and IPv6 addresses separated by commas or blanks; a blank text gives none. Does not check that they
     * are of this machine.
     *
     * @throws IllegalArgumentException with one clear sentence that names what is no address
     */
    public static List<InetAddress> parse(String text) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String word : text.strip().split("[\\s,]+")) {
            if (!word.isEmpty()) {
                addresses.add(address(word));
            }
        }
        return List.copyOf(addresses);
    }

    private static InetAddress address(String word) {
        String sentence = "local address '" + word + "' is no IP address";
        if (!IpAddresses.isIpv4(word) && !IpAddresses.isIpv6(word)) {
            throw new IllegalArgumentException(sentence);
        }
        try {
            return InetAddress.getByName(word);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(sentence, e);
        }
    }

    /** Whether the address is of this machine, to say why a bind failed. All of 127.0.0.0/8 is (RFC 1122). */
    public static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
