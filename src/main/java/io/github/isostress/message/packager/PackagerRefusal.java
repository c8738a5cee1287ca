package io.github.isostress.message.packager;

import java.util.List;

/**
 * Why a packager's definition cannot be used: all mistakes that were found. Its message names the first and counts the
 * rest. It has no stack trace, since it is remembered and told again. Immutable.
 */
public final class PackagerRefusal extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Not serialised: the first sentence is the message. */
    private final transient List<String> sentences;

    PackagerRefusal(List<String> sentences) {
        super(message(sentences));
        this.sentences = List.copyOf(sentences);
    }

    PackagerRefusal(String sentence) {
        this(List.of(sentence));
    }

    private static String message(List<String> sentences) {
        int more = sentences.size() - 1;
        return sentences.get(0)
                + (more == 0 ? "" : " (and " + more + (more == 1 ? " mistake" : " mistakes") + " more)");
    }

    /** One sentence a mistake, each with file, line, element and rule, in the order of the file. */
    public List<String> sentences() {
        return sentences == null ? List.of(getMessage()) : sentences;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
