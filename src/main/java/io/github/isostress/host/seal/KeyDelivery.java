package io.github.isostress.host.seal;

import io.github.isostress.crypto.key.KeyForm;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.crypto.key.SentKey;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import java.util.Optional;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/**
 * How a new key reaches a client: which key, in which elements of an answer, under which other key. Immutable.
 */
public final class KeyDelivery {
    private final String name;
    private final AnswerElement element;
    private final KeyForm form;
    private final String kek;
    private final Optional<AnswerElement> checkValue;

    private KeyDelivery(
            String name, AnswerElement element, KeyForm form, String kek, Optional<AnswerElement> checkValue) {
        this.name = name;
        this.element = element;
        this.form = form;
        this.kek = kek;
        this.checkValue = checkValue;
    }

    /**
     * A way to deliver a key.
     *
     * @param name the key's
     * @param path the element that takes it
     * @param form one under a key
     * @param kek the name of that key
     * @param checkValue the element that takes the key's check value, six hex digits; empty if none does
     * @throws IllegalArgumentException with one clear sentence if an answer has no such element
     */
    public static KeyDelivery of(
            String name,
            ElementPath path,
            KeyForm form,
            String kek,
            Optional<ElementPath> checkValue,
            IsoPackager packager) {
        return new KeyDelivery(
                name,
                AnswerElement.of(path, packager),
                form,
                kek,
                checkValue.map(each -> AnswerElement.of(each, packager)));
    }

    /** The key's name. */
    public String name() {
        return name;
    }

    /**
     * Checks that a key can be delivered.
     *
     * @throws IllegalArgumentException with one clear sentence if a key is not there, or cannot be sent so
     */
    public void require(Keys keys) {
        fresh(keys);
    }

    /**
     * A new random key of the same algorithm and length.
     *
     * @throws IllegalArgumentException as {@link #require}
     */
    public SentKey fresh(Keys keys) {
        NamedKey before = keys.get(name);
        return SentKey.insteadOf(before, form, keys.get(kek, KeyUse.KEK).key());
    }

    /**
     * Writes a key into an answer.
     *
     * @throws IllegalArgumentException with the rule that is broken if the element cannot hold it
     */
    public void write(ISOMsg answer, SentKey key) throws ISOException {
        element.set(answer, key.text());
        if (checkValue.isPresent()) {
            checkValue.get().set(answer, key.key().key().checkValue());
        }
    }

    @Override
    public String toString() {
        return "new key " + name;
    }
}
