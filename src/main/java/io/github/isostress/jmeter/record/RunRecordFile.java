package io.github.isostress.jmeter.record;

import io.github.isostress.health.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file {@code iso8583-run.json} beside a run's results. Stateless and thread-safe. */
public final class RunRecordFile {
    private RunRecordFile() {}

    /**
     * Writes a record beside a JTL; whoever reads it meanwhile sees the one before, or all of this one.
     *
     * @return the file
     */
    public static Path write(RunRecord run, Path jtl) throws IOException {
        Path file = beside(jtl);
        Path part = file.resolveSibling(
                RunRecord.FILE_NAME + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.writeString(part, RecordText.of(run));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    /**
     * Reads the record beside a JTL; empty if there is none.
     *
     * @throws IOException with one clear sentence if it cannot be read
     */
    public static Optional<RunRecord> read(Path jtl) throws IOException {
        Path file = beside(jtl);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String json = Files.readString(file);
        try {
            return Optional.of(RecordText.read(json));
        } catch (IOException e) {
            throw new IOException(file + " " + e.getMessage(), e);
        }
    }

    private static Path beside(Path jtl) {
        return jtl.toAbsolutePath().resolveSibling(RunRecord.FILE_NAME);
    }
}
