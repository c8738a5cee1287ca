package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All links of a run: those of its threads, and its pools. Thread-safe. */
public final class RunLinks implements AutoCloseable {
    /** How long all pools together have for their sign-offs when the run ends. */
    private static final long SIGN_OFF_SECONDS = 10;

    private static final int SIGN_OFFS_AT_ONCE = 64;

    private final LinkKeeper keeper = new LinkKeeper();
    private final Map<String, LinkGroup> groups = new ConcurrentHashMap<>();
    private final Map<String, LinkPool> pools = new ConcurrentHashMap<>();
    private final Map<String, SharedLinks> shared = new ConcurrentHashMap<>();
    private final LinkEvents events = new LinkEvents();
    private final Set<Link> own = ConcurrentHashMap.newKeySet();

    /**
     * The way of one thread to its host.
     *
     * @param name of the connection; links of one name share turns and pace
     * @param keep how long a connection is kept
     * @param sharing how a sample gets a place where several threads use the links
     * @param plan of its connections; the source of all threads of a pool is one
     * @param owner hears of them
     * @throws IllegalArgumentException if the pool or the shared links are there already with another size, another
     *     source or, if shared, another way of sharing
     */
    public ThreadLinks forThread(String name, Keep keep, Sharing sharing, LinkPlan plan, LinkOwner owner) {
        if (keep instanceof Keep.Shared wanted) {
            return shared(wanted.name().orElse(name), wanted.count(), sharing, plan.source())
                    .forThread(wanted.count(), sharing, plan, owner);
        }
        return new LentLinks(source(name, keep, sharing.waitMillis(), plan.source()), plan, owner);
    }

    LinkSource source(String name, Keep keep, long poolWaitMillis, Optional<ConnectionSource> source) {
        if (keep instanceof Keep.InPool pooled) {
            return pool(pooled.name().orElse(name), pooled.size(), source).withWaitOf(poolWaitMillis);
        }
        Link link = group(name).link();
        own.add(link);
        return new OwnLink(link, keep, () -> own.remove(link));
    }

    private LinkGroup group(String name) {
        return groups.computeIfAbsent(name, key -> new LinkGroup(key, keeper));
    }

    private SharedLinks shared(String name, int size, Sharing sharing, Optional<ConnectionSource> source) {
        return shared.computeIfAbsent(name, key -> new SharedLinks(group(key), size, source, sharing, events));
    }

    private LinkPool pool(String name, int size, Optional<ConnectionSource> source) {
        LinkPool pool = pools.computeIfAbsent(name, key -> new LinkPool(group(key), size, source));
        if (pool.size() != size) {
            throw new IllegalArgumentException("pool " + name + " has " + Plural.of(pool.size(), "connection")
                    + " already, it cannot have " + size);
        }
        if (!pool.suits(source)) {
            throw new IllegalArgumentException("pool " + name
                    + " is there already with other settings of host, framing, socket or TLS; a pool's connections"
                    + " must all have the same, so give this pool another name, as in: pool NAME of " + size);
        }
        return pool;
    }

    /** Ends the run: signs the pools' links off and closes everything. */
    @Override
    public void close() {
        keeper.close();
        List<SharedLink> sharing =
                shared.values().stream().flatMap(links -> links.end().stream()).toList();
        List<Runnable> endings = Stream.concat(
                        pools.values().stream()
                                .flatMap(pool -> pool.links().stream())
                                .map(link -> (Runnable) () -> link.end("the test has ended")),
                        sharing.stream().map(link -> (Runnable) link::end))
                .toList();
        if (!endings.isEmpty()) {
            signOff(endings, sharing);
        }
        shared.values().forEach(SharedLinks::tellUnanswered);
        events.close();
        breakOff();
    }

    /** Ends what threads wait for on their own links, sign-offs included; from any thread. Does not block. */
    public void breakOff() {
        own.forEach(Link::breakOff);
    }

    private void signOff(List<Runnable> endings, List<SharedLink> sharing) {
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.min(endings.size(), SIGN_OFFS_AT_ONCE), LinkKeeper.daemons("sign-off"));
        endings.forEach(workers::execute);
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SIGN_OFF_SECONDS, TimeUnit.SECONDS)) {
                giveUp(workers, sharing);
            }
        } catch (InterruptedException e) {
            giveUp(workers, sharing);
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(ExecutorService workers, List<SharedLink> sharing) {
        workers.shutdownNow();
        pools.values().forEach(pool -> pool.links().forEach(Link::breakOff));
        sharing.forEach(SharedLink::breakOff);
    }
}
