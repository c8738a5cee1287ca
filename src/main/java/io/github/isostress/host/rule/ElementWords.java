package io.github.isostress.host.rule;

import io.github.isostress.failure.FailureException;
import io.github.isostress.host.session.AnswerContent;
import io.github.isostress.host.session.BeforeAnswer;
import io.github.isostress.host.session.Behaviour;
import io.github.isostress.host.session.EchoRequests;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jpos.iso.ISOMsgFieldPackager;

/** Reads the behaviours that need data elements, and so a packager. */
final class ElementWords {
    private static final int STAN = 11;
    private static final int RESPONSE_CODE = 39;
    private static final int FIRST_ELEMENT = 2;
    private static final double WHOLE = 100;
    private static final double ROUNDING = 1e-6;

    private final Optional<IsoPackager> packager;

    ElementWords(Optional<IsoPackager> packager) {
        this.packager = packager;
    }

    /** One code, or several with their shares. */
    Behaviour decline(RuleWords words) {
        requireElement(words, "decline", RESPONSE_CODE);
        AnswerContent.Decline first = code(words);
        if (words.isAtEnd() || !words.peek().endsWith("%")) {
            return first;
        }
        List<AnswerContent.DeclineMix.CodeShare> shares = new ArrayList<>();
        shares.add(new AnswerContent.DeclineMix.CodeShare(first, words.percent("share")));
        while (words.take(",")) {
            shares.add(new AnswerContent.DeclineMix.CodeShare(code(words), words.percent("share")));
        }
        double sum = shares.stream()
                .mapToDouble(AnswerContent.DeclineMix.CodeShare::percent)
                .sum();
        if (Math.abs(sum - WHOLE) > ROUNDING) {
            throw words.refusal("the shares of 'decline' add up to " + Math.round(sum * 1000) / 1000.0
                    + "%; they must add up to 100%, as in 'decline 51 60%, 05 40%'");
        }
        return new AnswerContent.DeclineMix(List.copyOf(shares));
    }

    private AnswerContent.Decline code(RuleWords words) {
        int length = packager.orElseThrow().getFieldPackager(RESPONSE_CODE).getLength();
        String code = words.next("response code (DE 39)");
        if (!code.matches("[0-9A-Za-z]{" + length + "}")) {
            throw words.refusal("'" + code + "' is no response code: DE 39 has "
                    + Plural.of(length, "letter or digit", "letters or digits") + " with packager "
                    + packager.orElseThrow().name());
        }
        return new AnswerContent.Decline(code);
    }

    /** The wrong key: the STAN, or the element whose number follows. */
    Behaviour wrongKey(RuleWords words) {
        int element = words.isAtEnd() || words.peek().equalsIgnoreCase("then")
                ? STAN
                : (int) words.number(
                        "data element",
                        FIRST_ELEMENT,
                        requirePackager(words, "wrong key").highestElement());
        requireElement(words, "wrong key", element);
        if (packager.orElseThrow().getFieldPackager(element) instanceof ISOMsgFieldPackager) {
            throw words.refusal("'wrong key' cannot change DE " + element + ", which has parts");
        }
        return new AnswerContent.WrongKey(element);
    }

    Behaviour wrongMti(RuleWords words) {
        requirePackager(words, "wrong mti");
        return new AnswerContent.WrongMti();
    }

    /** Checks that the packager can write an echo request. */
    Behaviour speakFirst(RuleWords words) {
        try {
            new EchoRequests(requirePackager(words, "speak first")).next();
            return new BeforeAnswer.SpeakFirst();
        } catch (FailureException e) {
            throw words.refusal("'speak first' is not possible: " + e.getMessage());
        }
    }

    void requireStan(RuleWords words, String behaviour) {
        requireElement(words, behaviour, STAN);
    }

    private void requireElement(RuleWords words, String behaviour, int element) {
        if (!requirePackager(words, behaviour).defines(element)) {
            throw words.refusal("'" + behaviour + "' needs DE " + element + ", which packager "
                    + packager.orElseThrow().name() + " does not define");
        }
    }

    IsoPackager requirePackager(RuleWords words, String behaviour) {
        return packager.orElseThrow(() -> words.refusal("'" + behaviour + "' needs a packager, and the host has none"));
    }
}
