package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** All links of a run: those of its threads, and its pools. Thread-safe. */
public final class RunLinks implements AutoCloseable {
    /** How long all pools together have for their sign-offs when the run ends. */
    private static final long SIGN_OFF_SECONDS = 10;

    private static final int SIGN_OFFS_AT_ONCE = 64;

    private final LinkKeeper keeper = new LinkKeeper();
    private final Map<String, LinkGroup> groups = new ConcurrentHashMap<>();
    private final Map<String, LinkPool> pools = new ConcurrentHashMap<>();
    private final Set<Link> own = ConcurrentHashMap.newKeySet();

    /**
     * The way of one thread to its host.
     *
     * @param name of the connection; links of one name share turns and pace
     * @param keep how long a connection is kept
     * @param poolWaitMillis how long a sample may wait for a free link of a pool
     * @param plan of its connections; the source of all threads of a pool is one
     * @param owner hears of them
     * @throws IllegalArgumentException if the pool is there already with another size or another source
     */
    public ThreadLinks forThread(String name, Keep keep, long poolWaitMillis, LinkPlan plan, LinkOwner owner) {
        return new LentLinks(source(name, keep, poolWaitMillis, plan.source()), plan, owner);
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

    private LinkPool pool(String name, int size, Optional<ConnectionSource> source) {
        LinkPool pool = pools.computeIfAbsent(name, key -> new LinkPool(group(key), size, source));
        if (pool.size() != size) {
            throw new IllegalArgumentException(
                    "pool " + name + " has " + pool.size() + " connections already, it cannot have " + size);
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
        List<Link> pooled =
                pools.values().stream().flatMap(pool -> pool.links().stream()).toList();
        if (!pooled.isEmpty()) {
            signOff(pooled);
        }
        breakOff();
    }

    /** Ends what threads wait for on their own links, sign-offs included; from any thread. Does not block. */
    public void breakOff() {
        own.forEach(Link::breakOff);
    }

    private static void signOff(List<Link> links) {
        ExecutorService workers =
                Executors.newFixedThreadPool(Math.min(links.size(), SIGN_OFFS_AT_ONCE), LinkKeeper.daemons("sign-off"));
        links.forEach(link -> workers.execute(() -> link.end("the test has ended")));
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SIGN_OFF_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
                links.forEach(Link::breakOff);
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            links.forEach(Link::breakOff);
            Thread.currentThread().interrupt();
        }
    }
}
