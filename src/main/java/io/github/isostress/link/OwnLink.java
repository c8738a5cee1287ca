package io.github.isostress.link;

import io.github.isostress.failure.FailureException;
import java.util.Optional;

/** A link that one thread has to itself, kept for the thread, an iteration or a number of samples. */
final class OwnLink implements LinkSource {
    private final Link link;
    private final Keep keep;
    private final Runnable ended;

    OwnLink(Link link, Keep keep, Runnable ended) {
        this.link = link;
        this.keep = keep;
        this.ended = ended;
    }

    @Override
    public Link take(LinkOwner owner, Interruption interruption) throws FailureException {
        link.use().enter(interruption);
        return link;
    }

    @Override
    public Link takeToReceive(LinkOwner owner, Interruption interruption) throws FailureException {
        return take(owner, interruption);
    }

    @Override
    public Optional<Link> takeToOpen(Interruption interruption) throws FailureException {
        link.use().enter(interruption);
        return Optional.of(link);
    }

    @Override
    public void giveBack(Link taken) {
        try {
            if (keep instanceof Keep.ForSamples samples && link.requests() >= samples.count()) {
                link.close("the connection before had carried its number of samples");
            }
        } finally {
            link.use().leave();
        }
    }

    @Override
    public void nextIteration(boolean sameUser) {
        if (keep instanceof Keep.ForIteration || keep instanceof Keep.ForThread && !sameUser) {
            link.end("another iteration has begun");
        }
    }

    @Override
    public void close() {
        try {
            link.end("its thread has ended");
        } finally {
            ended.run();
        }
    }
}
