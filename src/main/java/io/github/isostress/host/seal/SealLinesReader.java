package io.github.isostress.host.seal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.IsoPackager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the lines of {@link HostSeals}; one reader for one text. */
final class SealLinesReader {
    private static final int RESPONSE_CODE = 39;

    private final Optional<IsoPackager> packager;
    private final Keys keys;
    private final List<Verification> verifications = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    SealLinesReader(Optional<IsoPackager> packager, Keys keys) {
        this.packager = packager;
        this.keys = keys;
    }

    HostSeals read(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            int number = i + 1;
            try {
                SealLine.parse(number, lines[i]).ifPresent(this::take);
            } catch (IllegalArgumentException e) {
                throw new SealRefusal(number, e.getMessage());
            }
        }
        return verifications.isEmpty() && signatures.isEmpty() && keys == Keys.NONE
                ? HostSeals.NONE
                : new HostSeals(
                        keys,
                        verifications,
                        signatures.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new AnswerSigner(packager.orElseThrow(), signatures)));
    }

    private void take(SealLine line) {
        IsoPackager known = packager.orElseThrow(
                () -> new IllegalArgumentException("'" + line.verb() + "' needs a packager, and the host has none"));
        line.requireKeys(keys);
        if (line.verb() == SealLine.Verb.SIGN) {
            signatures.add(line.signature(known));
        } else {
            verifications.add(line.verification(known, codeLength(known)));
        }
    }

    private static int codeLength(IsoPackager packager) {
        if (!packager.defines(RESPONSE_CODE)) {
            throw new IllegalArgumentException(
                    "a request is refused in DE 39, which packager " + packager.name() + " does not define");
        }
        return packager.getFieldPackager(RESPONSE_CODE).getLength();
    }
}
