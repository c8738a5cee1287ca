package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.connect.Direction;
import io.github.isostress.jmeter.setting.ConnectionReader;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.link.Keep;
import io.github.isostress.link.Sharing;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** How many connections there are, what each carries, and when it ends, in words. */
final class LifeWords {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;

    /** All that these words are made of. */
    static final List<StringPropertyDescriptor<?>> SETTINGS = List.of(
            SCHEMA.keep,
            SCHEMA.poolWait,
            SCHEMA.sharedChoice,
            SCHEMA.window,
            SCHEMA.packager,
            SCHEMA.direction,
            SCHEMA.listenPort,
            SCHEMA.acceptTimeout);

    private final PropertyReader read;
    private final String matching;
    private final boolean isOffered;

    /**
     * Words about a connection.
     *
     * @param matching how the answers to its requests are matched
     */
    LifeWords(PropertyReader read, String matching) {
        this.read = read;
        this.matching = read.text(SCHEMA.packager).equals(Packagers.NONE) ? MatchWords.IN_ORDER : matching;
        this.isOffered = read.text(SCHEMA.direction).equals(Direction.HOST_CONNECTS.words());
    }

    /**
     * A few sentences.
     *
     * @throws IllegalArgumentException with one clear sentence if the settings cannot be used
     */
    String sentences() {
        Keep keep = Keep.parse(read.text(SCHEMA.keep));
        if (keep instanceof Keep.InPool pool) {
            return pool(pool, ConnectionReader.sharing(read));
        }
        if (keep instanceof Keep.Shared shared) {
            return shared(shared, ConnectionReader.sharing(read));
        }
        return (isOffered ? "Each thread takes a client of its own" + place() : "One connection a thread")
                + ", one request under way. " + ending(keep);
    }

    private static String ending(Keep keep) {
        if (keep instanceof Keep.ForIteration) {
            return "It is closed after each iteration.";
        }
        if (keep instanceof Keep.ForSamples samples) {
            return samples.count() == 1
                    ? "It is closed after each sample."
                    : "It is closed after " + Plural.of(samples.count(), "sample") + ".";
        }
        return "It is kept until the thread ends.";
    }

    private String pool(Keep.InPool pool, Sharing sharing) {
        return (isOffered ? Plural.of(pool.size(), "client") + place() : Plural.of(pool.size(), "connection"))
                + name(pool.name(), ", in the pool ")
                + ", lent to one sample at a time. A sample waits at most " + wait(sharing) + " for a free one.";
    }

    private String shared(Keep.Shared shared, Sharing sharing) {
        return (isOffered ? awaited(shared) : Plural.of(shared.count(), "connection") + " for all threads")
                + name(shared.name(), ", named ")
                + (shared.count() == 1 ? ", with " : ", each with ")
                + (sharing.window() == 0
                        ? "any number of requests"
                        : "at most " + Plural.of(sharing.window(), "request"))
                + " under way, " + matching + "."
                + choice(shared, sharing)
                + (sharing.window() == 0 ? "" : " A sample waits at most " + wait(sharing) + " for room.");
    }

    private String awaited(Keep.Shared shared) {
        return "Waits for " + Plural.of(shared.count(), "client") + place()
                + ", then all threads use all clients that are connected";
    }

    private String choice(Keep.Shared shared, Sharing sharing) {
        if (shared.count() == 1 && !isOffered) {
            return "";
        }
        return sharing.choice() == Sharing.Choice.IN_TURN
                ? " They take the requests in turn."
                : " A request goes to the one with the fewest under way.";
    }

    private static String name(Optional<String> name, String words) {
        return name.map(given -> words + "'" + given + "'").orElse("");
    }

    private static String wait(Sharing sharing) {
        return ConnectionWords.time((int) sharing.waitMillis());
    }

    /** A wrong port is told where it is written. */
    private String place() {
        String port = read.text(SCHEMA.listenPort);
        return port.matches("\\d{1,5}") ? " on " + ConnectionWords.port(Integer.parseInt(port)) : "";
    }
}
