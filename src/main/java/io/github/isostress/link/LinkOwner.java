package io.github.isostress.link;

/** Hears of a link and lends it variables. Any thread may call both methods, one at a time for each link. */
public interface LinkOwner {
    /** Hears what has happened to the link. */
    void happened(LinkEvent event);

    /** Runs work that evaluates a message's expressions with the owner's variables, in the present thread. */
    void lendVariables(Runnable work);
}
