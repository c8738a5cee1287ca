package io.github.isostress.it.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.packager.GenericPackager;

/**
 * A host's ledger of authorisations and their reversals, with none of the product's code. Of ten authorisations the host
 * leaves one without an answer, answers one only when its reversal has come, hangs up on one, declines one, and returns
 * one with another reference number. Of three reversals it loses one, and does not answer one that it has accepted; it
 * answers every repeat.
 */
final class Ledger {
    /** Where the parts of DE 90 that name the original end: MTI, STAN, transmission time. */
    private static final int END_OF_NAME = 20;

    private static final String CODE = "LEDGER";

    private final GenericPackager packager;
    private final Map<String, Entry> ledger = new TreeMap<>();
    private int authorisations;
    private int firstReversals;

    /** One authorisation, and all that came about it. */
    static final class Entry {
        private final ISOMsg authorisation;
        private final List<ISOMsg> reversals = new ArrayList<>();
        private int acceptedReversals;
        private boolean hasValidAnswer;
        private String authorisationCode;
        private byte[] lateAnswer;

        private Entry(ISOMsg authorisation) {
            this.authorisation = authorisation;
        }

        ISOMsg authorisation() {
            return authorisation;
        }

        /** Each time that a reversal came. */
        List<ISOMsg> reversals() {
            return reversals;
        }

        /** How often the authorisation was taken back. */
        int acceptedReversals() {
            return acceptedReversals;
        }

        /** Whether the host approved or declined it, rightly and at once. */
        boolean hasValidAnswer() {
            return hasValidAnswer;
        }

        /** DE 38 of the answer that the terminal could not believe; null if it had none. */
        String authorisationCode() {
            return authorisationCode;
        }
    }

    Ledger() {
        try {
            packager = new GenericPackager("jar:packager/iso87ascii.xml");
        } catch (ISOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The entries, each under the first three parts of the DE 90 that names it. */
    synchronized Map<String, Entry> entries() {
        return new TreeMap<>(ledger);
    }

    /** What the host says when it has got a message, in the form that an {@code AnsweringHost} asks for. */
    synchronized Optional<List<byte[]>> answers(byte[] message) {
        try {
            ISOMsg request = new ISOMsg();
            request.setPackager(packager);
            request.unpack(message);
            return request.getMTI().equals("0100") ? ofAuthorisation(request) : Optional.of(ofReversal(request));
        } catch (ISOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Optional<List<byte[]>> ofAuthorisation(ISOMsg request) throws ISOException {
        Entry entry = new Entry(request);
        ledger.put("0100" + request.getString(11) + request.getString(7), entry);
        ISOMsg approval = answer(request, "00");
        approval.set(38, CODE);
        switch (authorisations++ % 10) {
            case 3:
                return Optional.of(List.of());
            case 5:
                entry.lateAnswer = approval.pack();
                return Optional.of(List.of());
            case 6:
                return Optional.empty();
            case 7:
                entry.authorisationCode = CODE;
                approval.set(37, "000000000000");
                return Optional.of(List.of(approval.pack()));
            case 8:
                entry.hasValidAnswer = true;
                return Optional.of(List.of(answer(request, "51").pack()));
            default:
                entry.hasValidAnswer = true;
                return Optional.of(List.of(approval.pack()));
        }
    }

    private List<byte[]> ofReversal(ISOMsg request) throws ISOException {
        Entry entry = ledger.get(request.getString(90).substring(0, END_OF_NAME));
        entry.reversals.add(request);
        boolean isRepeat = request.getMTI().endsWith("1");
        int turn = isRepeat ? 2 : firstReversals++ % 3;
        if (turn > 0 && entry.acceptedReversals == 0) {
            entry.acceptedReversals++;
        }
        if (turn < 2) {
            return List.of();
        }
        List<byte[]> answers = new ArrayList<>();
        if (entry.lateAnswer != null) {
            answers.add(entry.lateAnswer);
            entry.lateAnswer = null;
        }
        answers.add(answer(request, "00").pack());
        return answers;
    }

    private static ISOMsg answer(ISOMsg request, String code) throws ISOException {
        ISOMsg answer = (ISOMsg) request.clone();
        answer.setResponseMTI();
        answer.set(39, code);
        return answer;
    }
}
