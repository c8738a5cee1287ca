package io.github.isostress.link;

import java.util.OptionalLong;

/** Looks after a link while no sample uses it. Thread-safe. */
final class IdleLink implements TendedLink {
    private final Link link;

    IdleLink(Link link) {
        this.link = link;
    }

    @Override
    public boolean tend() {
        if (!link.use().enterIfIdle()) {
            return true;
        }
        try {
            if (link.standing() == null) {
                return false;
            }
            link.answerPending();
            return true;
        } catch (RuntimeException | Error e) {
            // All other links are to be looked after still.
            link.giveUp("after " + e.getClass().getName() + " while it was idle");
            return true;
        } finally {
            link.use().leave();
        }
    }

    @Override
    public boolean isEchoDue() {
        OptionalLong due = link.echoDueNanos();
        return due.isPresent() && System.nanoTime() - due.getAsLong() >= 0;
    }

    @Override
    public void echo() {
        if (link.use().enterIfIdle()) {
            try {
                if (isEchoDue()) {
                    link.settings().sessionMessages().echo().ifPresent(link::send);
                }
            } finally {
                link.use().leave();
            }
        }
    }

    @Override
    public void breakOff() {
        link.breakOff();
    }
}
