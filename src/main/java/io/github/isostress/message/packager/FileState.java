package io.github.isostress.message.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells one version of a file from another. Immutable.
 *
 * @param path where it is
 * @param modifiedMillis when it was last written; 0 if there is none
 * @param size its bytes; -1 if there is no such file
 */
record FileState(Path path, long modifiedMillis, long size) {
    /** The file as it is now. */
    static FileState of(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileState(path, now.lastModifiedTime().toMillis(), now.size());
        } catch (IOException e) {
            return new FileState(path, 0, -1);
        }
    }

    boolean isCurrent() {
        return equals(of(path));
    }
}
