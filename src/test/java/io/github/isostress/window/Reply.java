package io.github.isostress.window;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.List;

/**
 * How a scenario went.
 *
 * @param failure why it failed; null if it did not
 * @param notes what is to be read in the test's output
 */
record Reply(Throwable failure, List<String> notes) implements Serializable {
    /** A failure in a form that can be sent: as it is if possible, else as its text. */
    static Throwable sendable(Throwable failure) {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(failure);
            return failure;
        } catch (IOException e) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text, true));
            return new AssertionError(text.toString());
        }
    }
}
