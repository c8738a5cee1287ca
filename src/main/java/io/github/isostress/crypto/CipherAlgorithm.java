package io.github.isostress.crypto;

/** A block cipher of payment cryptography; its text is the name people write. */
public enum CipherAlgorithm {
    /** Triple DES in encrypt-decrypt-encrypt order (NIST SP 800-67), with keys of 8, 16 or 24 bytes; 8 is single DES. */
    TDES("3DES", 8),

    /** AES (FIPS 197), with keys of 16, 24 or 32 bytes. */
    AES("AES", 16);

    private final String text;
    private final int blockLength;

    CipherAlgorithm(String text, int blockLength) {
        this.text = text;
        this.blockLength = blockLength;
    }

    /** Bytes of a block: 8 or 16. */
    public int blockLength() {
        return blockLength;
    }

    /**
     * A key of this algorithm.
     *
     * @throws IllegalArgumentException with one clear sentence if a key of this algorithm has another length
     */
    public CipherKey key(byte[] bytes) {
        return this == AES ? CipherKey.aes(bytes) : CipherKey.tdes(bytes);
    }

    @Override
    public String toString() {
        return text;
    }
}
