package io.github.isostress.jmeter;

import io.github.isostress.message.number.RrnSequence;
import io.github.isostress.message.number.StanSequence;

/** Which numbers the work of a {@link TestRun} is given. Thread-safe. */
enum RunNumbers {
    /** A run of its own begins. */
    OF_A_RUN {
        @Override
        StanSequence stans() {
            return NumberSource.STANS.ofRun();
        }

        @Override
        RrnSequence rrns() {
            return NumberSource.RRNS.ofRun();
        }
    },
    /** The next ones of those that runs are given: what is tried is sent, too. */
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
    /** Those that would be next: what is only looked at uses none up. */
    OF_A_PREVIEW {
        @Override
        StanSequence stans() {
            return NumberSource.STANS.latest().copy();
        }

        @Override
        RrnSequence rrns() {
            return NumberSource.RRNS.latest().copy();
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
}
