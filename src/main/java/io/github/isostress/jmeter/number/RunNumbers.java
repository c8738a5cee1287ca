package io.github.isostress.jmeter.number;

import io.github.isostress.message.number.Counters;
import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Where the numbers of a run come from. Thread-safe. */
public enum RunNumbers {
    /** Sequences of its own, begun with it. */
    OF_A_TEST {
        @Override
        StanSequence stans() {
            return NumberSource.STANS.ofTest();
        }

        @Override
        RrnSequence rrns() {
            return NumberSource.RRNS.ofTest();
        }
    },
    /** The sequences of the tests: a trial sends its messages, too, and takes the next numbers. */
    OF_A_TRIAL {
        @Override
        StanSequence stans() {
            return NumberSource.STANS.latest();
        }

        @Override
        RrnSequence rrns() {
            return NumberSource.RRNS.latest();
        }
    },
    /** Copies of the sequences of the tests: a preview shows the next numbers and takes none. */
    OF_A_PREVIEW {
        @Override
        StanSequence stans() {
            return NumberSource.STANS.latest().copy();
        }

        @Override
        RrnSequence rrns() {
            return NumberSource.RRNS.latest().copy();
        }

        @Override
        Counters counters(Optional<Path> file) {
            return CounterSource.of(file).preview();
        }
    };

    /**
     * The system trace audit numbers.
     *
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    abstract StanSequence stans();

    /**
     * The retrieval reference numbers.
     *
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    abstract RrnSequence rrns();

    /**
     * The counters that are kept in a file, or in none.
     *
     * @throws IllegalArgumentException with one clear sentence if a property cannot be used
     */
    Counters counters(Optional<Path> file) {
        return CounterSource.of(file);
    }

    /** Keeps counters for the next run. A file that cannot be written is told in the log. */
    static void end(Counters ending) {
        try {
            ending.end();
        } catch (IllegalArgumentException e) {
            LoggerFactory.getLogger(RunNumbers.class).warn(e.getMessage());
        }
    }
}
