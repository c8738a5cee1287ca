package io.github.isostress.host.rule;

import io.github.isostress.crypto.key.KeyForm;
import io.github.isostress.host.seal.KeyDelivery;
import io.github.isostress.host.session.AnswerSealing;
import io.github.isostress.host.session.Behaviour;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import java.util.Locale;
import java.util.Optional;

/** Reads the behaviours that choose how answers are signed, which need a packager. */
final class SealingWords {
    private final ElementWords elements;

    SealingWords(ElementWords elements) {
        this.elements = elements;
    }

    Behaviour wrong(RuleWords words, String formula) {
        elements.requirePackager(words, "wrong " + formula);
        return new AnswerSealing.Wrong(formula);
    }

    Behaviour without(RuleWords words, String formula) {
        elements.requirePackager(words, "without " + formula);
        return new AnswerSealing.Without(formula);
    }

    /** A new key: its name, the element, the form and the key above it; perhaps where its check value goes. */
    Behaviour newKey(RuleWords words) {
        IsoPackager packager = elements.requirePackager(words, "new key");
        String name = words.next("key's name");
        ElementPath path = element(words, "in");
        KeyForm form = form(words);
        require(words, "under");
        String kek = words.next("name of the key above");
        Optional<ElementPath> checkValue =
                words.peek().equalsIgnoreCase("kcv") ? Optional.of(checkValue(words)) : Optional.empty();
        try {
            return new AnswerSealing.NewKey(KeyDelivery.of(name, path, form, kek, checkValue, packager));
        } catch (IllegalArgumentException e) {
            throw words.refusal("new key: " + e.getMessage());
        }
    }

    private static ElementPath checkValue(RuleWords words) {
        words.next("kcv");
        return element(words, "in");
    }

    private static ElementPath element(RuleWords words, String before) {
        require(words, before);
        try {
            return ElementPath.parse(words.next("data element"));
        } catch (IllegalArgumentException e) {
            throw e instanceof RuleRefusal ? e : words.refusal(e.getMessage());
        }
    }

    private static KeyForm form(RuleWords words) {
        require(words, "as");
        String word = words.next("form of the key").toLowerCase(Locale.ROOT);
        return KeyForm.of(word)
                .filter(KeyForm::isUnderKey)
                .orElseThrow(() ->
                        words.refusal("'" + word + "' is no form in which a key is sent; allowed are tr31, ecb, cbc"));
    }

    private static void require(RuleWords words, String word) {
        if (!words.take(word)) {
            throw words.refusal("'" + word + "' is missing; write it as 'new key ZPK in 48 as tr31 under TMK', behind"
                    + " which 'kcv in 62' may follow");
        }
    }
}
