package io.github.isostress.health;

/**
 * What a shared link has carried, when its test ends. Immutable.
 *
 * @param links the name of the links that it is one of
 * @param requests how many requests
 * @param mostUnderWay how many of them were under way at once at most
 * @param connections how many connections it had, one after the other
 * @param late answers that came after their time was up
 * @param doubled answers that came once more
 * @param unmatched frames that answered nothing
 * @param lost requests that were under way when a connection ended
 * @param sentBytes over all its connections
 * @param receivedBytes over all its connections
 */
public record ObservedLink(
        String links,
        long requests,
        int mostUnderWay,
        int connections,
        long late,
        long doubled,
        long unmatched,
        long lost,
        long sentBytes,
        long receivedBytes) {
    /** The same link, of links with another name. */
    public ObservedLink named(String name) {
        return new ObservedLink(
                name, requests, mostUnderWay, connections, late, doubled, unmatched, lost, sentBytes, receivedBytes);
    }
}
