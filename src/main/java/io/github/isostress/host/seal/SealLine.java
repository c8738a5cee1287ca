package io.github.isostress.host.seal;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MtiPatterns;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.FormulaText;
import io.github.isostress.message.value.LinePlace;
import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * One line: {@code verify} or {@code sign}, perhaps message types, perhaps {@code if present}, an element, {@code :=}
 * and a formula; behind a formula that is verified perhaps {@code or} and the DE 39 of the refusal. Immutable.
 *
 * @param number the line's number, from 1
 * @param code DE 39 of the refusal; empty for the usual one
 */
record SealLine(
        int number,
        Verb verb,
        MtiPatterns mtis,
        boolean ifPresent,
        ElementPath path,
        FormulaText formula,
        Optional<String> code) {
    private static final String EXAMPLE = "as in 'verify 64:= mac key=MAK' or 'sign 02xx 64:= mac key=MAK'";
    private static final Pattern FORM = Pattern.compile("(?i)(verify|sign)\\s+(.*?\\s+)??([^\\s=:]+):=\\s*(.*)");
    private static final Pattern REFUSAL_CODE = Pattern.compile("(?i)(.*?)\\s+or\\s+([0-9A-Z]+)");
    private static final Pattern IF_PRESENT = Pattern.compile("(?i)(.*?)\\bif\\s+present\\s*");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*|\"[^\"]*\"");

    /** Settings that name a key. */
    private static final Set<String> KEY_SETTINGS = Set.of("key", "pvk");

    /** What the host does about the element. */
    enum Verb {
        VERIFY,
        SIGN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Takes a line apart.
     *
     * @return empty if it has only blanks and a comment
     * @throws IllegalArgumentException with the rule that it breaks; shows no value of the formula
     */
    static Optional<SealLine> parse(int number, String text) {
        String line = withoutComment(text).strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            throw new IllegalArgumentException("a line is verify or sign, an element, := and a formula, " + EXAMPLE);
        }
        Verb verb = Verb.valueOf(form.group(1).toUpperCase(Locale.ROOT));
        String before = StringUtils.defaultString(form.group(2)).strip();
        Matcher condition = IF_PRESENT.matcher(before);
        boolean ifPresent = condition.matches();
        Matcher refusal = REFUSAL_CODE.matcher(form.group(4));
        boolean hasCode = refusal.matches();
        if (verb == Verb.SIGN && (ifPresent || hasCode)) {
            throw new IllegalArgumentException("'sign' takes neither 'if present' nor 'or' and a response code");
        }
        return Optional.of(new SealLine(
                number,
                verb,
                mtis(ifPresent ? condition.group(1) : before),
                ifPresent,
                ElementPath.parse(form.group(3)),
                FormulaText.parse(hasCode ? refusal.group(1) : form.group(4)),
                hasCode ? Optional.of(refusal.group(2)) : Optional.empty()));
    }

    private static String withoutComment(String text) {
        Matcher part = COMMENT.matcher(text);
        while (part.find()) {
            if (!part.group().endsWith("\"") || part.group().stripLeading().startsWith("#")) {
                return text.substring(0, part.start());
            }
        }
        return text;
    }

    private static MtiPatterns mtis(String words) {
        return words.isBlank()
                ? MtiPatterns.ANY
                : MtiPatterns.parse(List.of(words.strip().split("\\s*,\\s*|\\s+")));
    }

    /**
     * Checks that the keys it names are there.
     *
     * @throws IllegalArgumentException with one clear sentence if not
     */
    void requireKeys(Keys keys) {
        for (String setting : KEY_SETTINGS) {
            String name = formula.settings().get(setting);
            if (name != null && !name.startsWith("@")) {
                keys.get(name);
            }
        }
    }

    Signature signature(IsoPackager packager) {
        AnswerElement element = AnswerElement.of(path, packager);
        Signature signature = new Signature(mtis, path, element, formula.name(), compiled());
        if (signature.coversBytes() && path.isPart()) {
            throw new IllegalArgumentException(
                    "what is computed over the bytes of the message stands in an element of its own, not in a part");
        }
        return signature;
    }

    /**
     * As a verification.
     *
     * @param codeLength of DE 39
     */
    Verification verification(IsoPackager packager, int codeLength) {
        if (!packager.defines(path.element())) {
            throw new IllegalArgumentException("packager " + packager.name() + " does not define DE " + path.element());
        }
        Verified kind = Verified.by(formula.name());
        if (code.isPresent() && code.get().length() != codeLength) {
            throw new IllegalArgumentException("'" + code.get() + "' is no response code: DE 39 has "
                    + Plural.of(codeLength, "letter or digit", "letters or digits") + " with packager "
                    + packager.name());
        }
        return new Verification(
                mtis,
                ifPresent,
                path,
                kind,
                kind == Verified.OTHER ? formula.name().toUpperCase(Locale.ROOT) : kind.toString(),
                compiled(),
                code.orElseGet(() -> kind.code(codeLength)));
    }

    private Formula compiled() {
        return FormulaCatalogue.compile(formula, path, LinePlace.only(number), Expression.Compiler.LITERAL);
    }

    /** Which element it is about; no setting, as that may be a PIN. */
    @Override
    public String toString() {
        return verb + " " + path;
    }
}
