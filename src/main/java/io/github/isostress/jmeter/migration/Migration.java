package io.github.isostress.jmeter.migration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes a plan of ours of one that was written for the plugin jmeter-iso8583. Its elements are replaced; all else of the
 * file keeps every byte. Stateless.
 */
public final class Migration {
    private Migration() {}

    /**
     * Reads a plan and writes the new one, which appears as a whole or not at all.
     *
     * @param old is not changed
     * @param target is replaced if it is there; another file than the old one
     * @return what became of the plan
     * @throws IllegalArgumentException with one sentence if there is nothing to convert
     * @throws IOException if a file cannot be read or written
     */
    public static MigrationReport migrate(Path old, Path target) throws IOException {
        if (Files.exists(target) && Files.isSameFile(old, target)) {
            throw new IllegalArgumentException("the new plan must be another file than the old one");
        }
        JmxText plan = JmxText.read(old);
        PlanMigration migration = new PlanMigration(plan, PlanFiles.of(old, target));
        write(target, encoded(migration.text(), plan));
        return migration.report();
    }

    /** The text in the file's own charset; a character that it does not have is an error, not a question mark. */
    private static byte[] encoded(String text, JmxText plan) throws CharacterCodingException {
        ByteBuffer bytes = plan.charset().newEncoder().encode(CharBuffer.wrap(text));
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        return all;
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        Path whole = target.toAbsolutePath();
        Path unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
        try {
            Files.write(unfinished, bytes);
            Files.move(unfinished, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
