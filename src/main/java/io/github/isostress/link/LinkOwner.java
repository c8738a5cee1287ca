package io.github.isostress.link;

/** On whose behalf a link lives. Both methods may be called by any thread, one at a time for each link. */
public interface LinkOwner {
    /** Hears what happens to the link. */
    void happened(LinkEvent event);

    /** Does work that evaluates a message's expressions: with the owner's variables, whatever thread it is done in. */
    void lendVariables(Runnable work);
}
