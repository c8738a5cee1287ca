package io.github.isostress.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * A host and a port. Immutable; {@link #parse} reads its text form.
 *
 * @param host a name or an address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
    private static final int HIGHEST_PORT = 65_535;

    /** A name, or an address in brackets; then a port or none. */
    private static final Pattern ENTRY = Pattern.compile("(?:\\[([^\\[\\]]*)]|([^:\\[\\]]*))(?::(.*))?");

    public Endpoint {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host is empty");
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 1 to " + HIGHEST_PORT);
        }
    }

    /**
     * Reads endpoints separated by commas: {@code host1:5000, host2, [::1]:5002}. An IPv6 address with a port needs its
     * brackets.
     *
     * @param defaultPort the port of entries without one; may be blank if all have one
     * @return at least one, in the order given
     * @throws IllegalArgumentException with one clear sentence that names the entry
     */
    public static List<Endpoint> parse(String hosts, String defaultPort) {
        return parse(hosts, host -> defaultPort.strip());
    }

    /**
     * As {@link #parse(String, String)}, where a default port depends on the host.
     *
     * @param defaultPorts given a name or address without a port, its port, or blank if there is none; it may throw
     */
    public static List<Endpoint> parse(String hosts, UnaryOperator<String> defaultPorts) {
        if (hosts.isBlank()) {
            throw new IllegalArgumentException("host is empty");
        }
        String[] entries = hosts.split(",", -1);
        List<Endpoint> endpoints = new ArrayList<>(entries.length);
        for (int i = 0; i < entries.length; i++) {
            if (entries[i].isBlank()) {
                throw new IllegalArgumentException("host: entry " + (i + 1) + " of " + entries.length + " is empty");
            }
            endpoints.add(parseEntry(entries[i].strip(), defaultPorts));
        }
        return List.copyOf(endpoints);
    }

    private static Endpoint parseEntry(String entry, UnaryOperator<String> defaultPorts) {
        if (isIpv6(entry)) {
            return endpoint(entry, entry, defaultPorts.apply(entry));
        }
        Matcher match = ENTRY.matcher(entry);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "host '" + entry + "' is none of name:port, address:port and [IPv6 address]:port");
        }
        String address = match.group(1);
        if (address != null && !isIpv6(address)) {
            throw new IllegalArgumentException("host '" + entry + "': '" + address + "' is no IPv6 address");
        }
        String host = address == null ? match.group(2).strip() : address;
        requireName(entry, host);
        return endpoint(
                entry,
                host,
                match.group(3) == null
                        ? defaultPorts.apply(host)
                        : match.group(3).strip());
    }

    /** A link-local address may name its network interface after a percent sign (RFC 4007). */
    private static boolean isIpv6(String text) {
        return StringUtils.countMatches(text, ':') >= 2 && IpAddresses.isIpv6(StringUtils.substringBefore(text, "%"));
    }

    private static void requireName(String entry, String host) {
        if (host.isEmpty()) {
            throw new IllegalArgumentException("host '" + entry + "' has no name");
        }
        if (StringUtils.containsWhitespace(host)) {
            throw new IllegalArgumentException("host '" + entry + "': a name holds no blanks");
        }
    }

    private static Endpoint endpoint(String entry, String host, String port) {
        if (port.isEmpty()) {
            throw new IllegalArgumentException(
                    "host '" + entry + "' has no port, and none is set for hosts without one");
        }
        try {
            return new Endpoint(host, Integer.parseInt(port));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("host '" + entry + "': port '" + port + "' is no whole number", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("host '" + entry + "': " + e.getMessage(), e);
        }
    }

    /** Whether the host is an address, which needs no resolving. */
    boolean isAddress() {
        return IpAddresses.isIpv4(host) || isIpv6(host);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
