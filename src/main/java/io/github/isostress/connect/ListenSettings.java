package io.github.isostress.connect;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where to listen, and how clients are received there. Immutable.
 *
 * @param address of this machine, or its name; blank for all addresses
 * @param port 1 to 65535, or 0 for a free one
 * @param reception of the clients
 */
public record ListenSettings(String address, int port, ClientReception reception) {
    private static final int HIGHEST_PORT = 65_535;
    private static final String ALL = "0.0.0.0";

    /** Throws an IllegalArgumentException with one clear sentence where a range is left. */
    public ListenSettings {
        address = address.strip();
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("listen port " + port + " is outside 0 to " + HIGHEST_PORT);
        }
    }

    /**
     * @throws UnknownHostException if the address is a name that has no address
     */
    InetSocketAddress socketAddress() throws UnknownHostException {
        return address.isEmpty()
                ? new InetSocketAddress(port)
                : new InetSocketAddress(InetAddress.getByName(address), port);
    }

    /** On that port instead, such as the free one that was found. */
    public ListenSettings with(int otherPort) {
        return new ListenSettings(address, otherPort, reception);
    }

    /** The address and the port. */
    @Override
    public String toString() {
        String shown = address.isEmpty() ? ALL : address;
        return (shown.indexOf(':') < 0 ? shown : "[" + shown + "]") + ":" + port;
    }

    /** Whether only one of both can listen. */
    boolean isInTheWayOf(ListenSettings other) {
        return port != 0 && port == other.port && address.equals(other.address) && !equals(other);
    }
}
