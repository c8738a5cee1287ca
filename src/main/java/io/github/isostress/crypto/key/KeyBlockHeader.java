package io.github.isostress.crypto.key;

import io.github.isostress.crypto.CipherAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header of a key block (X9.143, 6.2): what its key is, and what it is for. Immutable.
 *
 * @param version how the block is protected
 * @param usage two characters, such as P0 (PIN) or M3 (retail MAC)
 * @param algorithm T (3DES), D (DES), A (AES) or H (HMAC)
 * @param mode of use, such as E (encrypt) or N (no restriction)
 * @param keyVersion two characters; 00 is unused
 * @param exportability E, N or S
 * @param optionalBlocks in their order, without the padding block
 */
public record KeyBlockHeader(
        KeyBlockVersion version,
        String usage,
        char algorithm,
        char mode,
        String keyVersion,
        char exportability,
        List<OptionalBlock> optionalBlocks) {
    /** Characters of a header without optional blocks. */
    static final int LENGTH = 16;

    private static final char AES = 'A';
    private static final char TDES = 'T';
    private static final String NO_VERSION = "00";
    private static final char NO_RESTRICTION = 'N';
    private static final char EXPORTABLE = 'E';

    /** Copies the list. */
    public KeyBlockHeader {
        optionalBlocks = List.copyOf(optionalBlocks);
    }

    /** A header for a key of this use, exportable and without further restriction. */
    public static KeyBlockHeader of(KeyBlockVersion version, KeyUse use, CipherAlgorithm algorithm) {
        return new KeyBlockHeader(
                version,
                KeyBlockUsage.of(use).first(algorithm),
                algorithm == CipherAlgorithm.AES ? AES : TDES,
                NO_RESTRICTION,
                NO_VERSION,
                EXPORTABLE,
                List.of());
    }

    /** The data of an optional block; empty if the header has no such block. */
    public Optional<String> optional(String id) {
        return optionalBlocks.stream()
                .filter(block -> block.id().equals(id))
                .map(OptionalBlock::data)
                .findFirst();
    }

    /** The algorithm of the key; an HMAC key is held as an AES key, whose lengths it may have. */
    CipherAlgorithm cipherAlgorithm() {
        return algorithm == TDES || algorithm == 'D' ? CipherAlgorithm.TDES : CipherAlgorithm.AES;
    }

    /**
     * The header as text, its optional blocks filled up to whole cipher blocks.
     *
     * @param behind how many characters follow it
     */
    String text(int behind) {
        List<String> blocks =
                new ArrayList<>(optionalBlocks.stream().map(OptionalBlock::text).toList());
        int length = blocks.stream().mapToInt(String::length).sum();
        int missing = Math.floorMod(-length, version.blockLength());
        if (missing > 0) {
            int padding = missing < OptionalBlock.SHORT_HEAD ? missing + version.blockLength() : missing;
            blocks.add(new OptionalBlock(OptionalBlock.PADDING, "0".repeat(padding - OptionalBlock.SHORT_HEAD)).text());
            length += padding;
        }
        return String.format(
                Locale.ROOT,
                "%s%04d%s%s%s%s%s%02d00%s",
                version,
                LENGTH + length + behind,
                usage,
                algorithm,
                mode,
                keyVersion,
                exportability,
                blocks.size(),
                String.join("", blocks));
    }
}
