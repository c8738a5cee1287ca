package io.github.isostress.seal;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.emv.CardKeyOption;
import io.github.isostress.crypto.emv.CardKeys;
import io.github.isostress.crypto.emv.CryptogramData;
import io.github.isostress.crypto.emv.CryptogramVersion;
import io.github.isostress.crypto.emv.SessionKeyMethod;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.message.ElementPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings that cryptograms and their answers have in common: the card, its issuer's key, the version, and how keys
 * are derived.
 */
final class ChipSettings {
    static final Setting KEY = Setting.required("key", "name of the issuer's master key for cryptograms");
    static final Setting VERSION =
            Setting.oneOf("cvn", "cryptogram version; without it, that of tag 9F10", words(CryptogramVersion.values()));
    static final Setting OPTION = Setting.choiceOr(
            "option", "how the card's key is derived (EMV Book 2, A1.4)", words(CardKeyOption.values()));
    static final Setting SESSION = Setting.oneOf(
            "session",
            "how the transaction's key is derived; without it, as the CVN has it",
            words(SessionKeyMethod.values()));

    static final String COUNTER = "9F36";
    static final String UNPREDICTABLE = "9F37";
    static final String CRYPTOGRAM = "9F26";

    /** The element in which a message has its chip data, unless the formula stands in another. */
    private static final ElementPath CHIP_DATA = ElementPath.parse("55");

    private final ElementPath chipData;
    private final CryptogramVersion version;
    private final CardKeyOption option;
    private final SessionKeyMethod session;
    private final CardKeys cards = new CardKeys();
    private final Map<String, ElementPath> paths = new ConcurrentHashMap<>();

    ChipSettings(FormulaSettings settings) {
        this.chipData = settings.path().isPart() ? settings.path().above() : CHIP_DATA;
        this.version =
                settings.has(VERSION.name()) ? CryptogramVersion.of(settings.constant(VERSION.name(), "")) : null;
        this.option = CardKeyOption.of(settings.choice(OPTION.name()));
        this.session = settings.has(SESSION.name()) ? SessionKeyMethod.of(settings.constant(SESSION.name(), "")) : null;
    }

    /** The texts of an enum's constants. */
    static List<String> words(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::toString).toList();
    }

    /** Settings by which the card and its issuer's key are found. */
    static List<FormulaInput> inputs(FormulaSettings settings) {
        return new ArrayList<>(
                List.of(settings.input(KEY.name()), CardSettings.pan(settings), CardSettings.sequence(settings)));
    }

    /** A tag beside the formula's own. */
    ElementPath tag(String tag) {
        return paths.computeIfAbsent(tag, this::path);
    }

    private ElementPath path(String tag) {
        List<String> parts = new ArrayList<>(chipData.parts());
        parts.add(tag);
        return new ElementPath(chipData.element(), parts);
    }

    /** The bytes of a tag; null if the message does not have it. */
    byte[] tagOrNull(SettingValues values, String tag) {
        return values.element(tag(tag))
                .map(hex -> SettingValues.bytesOfTag(tag, hex))
                .orElse(null);
    }

    /**
     * The bytes of a tag.
     *
     * @throws IllegalArgumentException if the message does not have it
     */
    byte[] tag(SettingValues values, String tag) {
        byte[] value = tagOrNull(values, tag);
        if (value == null) {
            throw new IllegalArgumentException("tag " + tag + " is needed, which the message does not have");
        }
        return value;
    }

    CryptogramVersion version(SettingValues values) {
        return version == null ? CryptogramVersion.ofIssuerData(tag(values, CryptogramData.ISSUER_DATA)) : version;
    }

    NamedKey issuer(SettingValues values) {
        return values.key(KEY.name(), KeyUse.IMK_AC);
    }

    /**
     * The key of a transaction.
     *
     * @param usual how it is derived unless a setting says otherwise
     */
    CipherKey key(SettingValues values, SessionKeyMethod usual) {
        SessionKeyMethod method = session == null ? usual : session;
        CipherKey card = cards.of(issuer(values).key(), option, CardSettings.card(values));
        return method.derive(
                card,
                method.takesCounter() ? tag(values, COUNTER) : new byte[0],
                method.takesUnpredictable() ? tag(values, UNPREDICTABLE) : new byte[0]);
    }

    /** What people are told of key, card and version. */
    String explained(SettingValues values) {
        return CardSettings.explained(issuer(values), values) + "\nby CVN " + version(values);
    }
}
