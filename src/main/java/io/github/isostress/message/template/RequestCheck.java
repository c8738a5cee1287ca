package io.github.isostress.message.template;

import java.util.Arrays;
import java.util.List;

/** Whether a message may be sent that the packager which packed it does not read back as the same elements. */
public enum RequestCheck {
    /** It is refused: the first message of each combination of elements is read back and compared. */
    READ_BACK("yes"),
    /** It is sent: for packagers that only pack, and for tests that mean it. */
    NONE("no");

    private final String word;

    RequestCheck(String word) {
        this.word = word;
    }

    /** The words by which users choose, the usual one first. */
    public static List<String> allWords() {
        return Arrays.stream(values()).map(check -> check.word).toList();
    }

    /** What a word chooses; any other than those of {@link #allWords} the usual. */
    public static RequestCheck of(String word) {
        return word.strip().equals(NONE.word) ? NONE : READ_BACK;
    }
}
