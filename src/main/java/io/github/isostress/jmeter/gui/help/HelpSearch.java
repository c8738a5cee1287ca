package io.github.isostress.jmeter.gui.help;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.swing.text.BadLocationException;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.StyleSheet;

/** Finds a text in the pages of the help, upper and lower case alike. Stateless; for any thread. */
final class HelpSearch {
    private HelpSearch() {}

    /**
     * A place where the text was found.
     *
     * @param document the page, read
     * @param offset of its first character in the document
     */
    record Found(HelpPage page, HTMLDocument document, int offset) {}

    /**
     * The next place of a text, through all pages and round to where the search began; empty if no page has it.
     *
     * @param text not empty
     * @param page where the search begins
     * @param from the offset in that page's document
     * @throws IOException if a page cannot be read
     */
    static Optional<Found> next(String text, HelpPage page, int from, StyleSheet style) throws IOException {
        String wanted = text.toLowerCase(Locale.ROOT);
        HelpPage[] pages = HelpPage.values();
        for (int step = 0; step <= pages.length; step++) {
            HelpPage candidate = pages[(page.ordinal() + step) % pages.length];
            HTMLDocument document = candidate.read(style);
            int offset = words(document).toLowerCase(Locale.ROOT).indexOf(wanted, step == 0 ? from : 0);
            if (offset >= 0) {
                return Optional.of(new Found(candidate, document, offset));
            }
        }
        return Optional.empty();
    }

    private static String words(HTMLDocument document) throws IOException {
        try {
            return document.getText(0, document.getLength());
        } catch (BadLocationException e) {
            throw new IOException(e);
        }
    }
}
