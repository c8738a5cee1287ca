package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.link.SessionMessages.EchoWhen;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.number.StanSequence;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.Formula;
import io.github.isostress.message.value.FormulaText;
import io.github.isostress.message.value.LinePlace;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.seal.DecodedInputs;
import io.github.isostress.seal.FormulaCatalogue;
import io.github.isostress.seal.NewKeys;
import io.github.isostress.support.signing.KeyChangingHost;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that session messages bring while requests are under way, against a host whose MACs are Bouncy Castle's. */
class LinkKeysTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87ascii");
    private static final byte[] KEK = HexFormat.of().parseHex("00112233445566778899AABBCCDDEEFF");
    private static final byte[] FIRST = HexFormat.of().parseHex("2B7E151628AED2A6ABF7158809CF4F3C");
    private static final String MAC = "mac key=MAK algorithm=aes-cmac length=8";
    private static final int THREADS = 8;
    private static final int REQUESTS = 1_500;

    private final StanSequence stans = new StanSequence(1, 1);
    private final Counters counters = new Counters();
    private final MessageContext context = new MessageContext(
            Keys.NONE
                    .with(new NamedKey("TMK", KeyUse.KEK, CipherKey.aes(KEK)))
                    .with(new NamedKey("MAK", KeyUse.MAC, CipherKey.aes(FIRST))),
            counters);
    private final TestLinks.Owner owner = new TestLinks.Owner();

    private MessageTemplate template(String... lines) throws Exception {
        return MessageTemplate.compile(String.join("\n", lines), Optional.of(PACKAGER), text -> new Expression() {
            @Override
            public boolean isConstant() {
                return !text.equals("STAN");
            }

            @Override
            public String evaluate() {
                return isConstant() ? text : stans.next();
            }
        });
    }

    private SessionMessage message(SessionMessageKind kind, String newKeys) throws Exception {
        return new SessionMessage(
                kind,
                template("0 0800", "11 STAN", "70 001"),
                TestLinks.exchange(),
                new ResponseRules(Set.of("00"), List.of()),
                () -> context,
                NewKeys.parse(newKeys));
    }

    private LinkPlan plan(KeyChangingHost host, String newKeys) throws Exception {
        SessionMessages messages = new SessionMessages(
                Optional.of(message(SessionMessageKind.SIGN_ON, newKeys)),
                Optional.of(message(SessionMessageKind.ECHO, newKeys)),
                EchoWhen.ALWAYS,
                1,
                Optional.empty());
        return TestLinks.with(host.port(), "binary2", messages);
    }

    /** Sends requests until the key has changed some times; gives the answers whose MAC is wrong. */
    private List<String> wrong(ThreadLinks links, KeyChangingHost host) throws Exception {
        Exchange exchange = TestLinks.exchange();
        MessageTemplate purchase = template("0 0200", "11 STAN", "64:= " + MAC);
        Formula mac = FormulaCatalogue.compile(
                FormulaText.parse(MAC), ElementPath.parse("64"), LinePlace.only(1), Expression.Compiler.LITERAL);
        Interruption interruption = new Interruption();
        List<String> wrong = new ArrayList<>();
        for (int number = 0; number < REQUESTS || host.changes() < 2 * THREADS; number++) {
            interruption.begin();
            Outcome outcome = links.run(exchange, exchange.read(purchase.fill(context)), interruption);
            interruption.end();
            assertThat(outcome.failure()).isNull();
            DecodedInputs inputs = new DecodedInputs(
                    context.with(outcome.replacedKeys().under(context.keys())), outcome.answer(), outcome.request());
            String seen = outcome.answer().value(ElementPath.parse("64")).orElseThrow();
            mac.begin().mismatch(inputs, seen).ifPresent(wrong::add);
        }
        return wrong;
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "pool of 3", "shared 2"})
    void shouldHaveNoFalseMacWhenKeysChangeUnderLoad(String keep) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        // Where others use the connection, too, the key may change while a thread that has sealed is held up.
        int earlier = keep.startsWith("shared") ? 4 : 1;
        try (KeyChangingHost host = new KeyChangingHost(KEK, FIRST, earlier);
                RunLinks run = new RunLinks()) {
            LinkPlan plan = plan(host, "MAK 48 ecb under=TMK");
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                ThreadLinks links = run.forThread("switch", Keep.parse(keep), Sharing.waiting(20_000), plan, owner);
                work.add(() -> wrong(links, host));
            }

            for (Future<List<String>> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEmpty();
            }

            assertThat(host.refused()).isZero();
            assertThat(host.changes()).isGreaterThanOrEqualTo(2 * THREADS);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Timeout(180)
    void shouldKeepTheKeysWhenTheAnswerIsNoSuccess() throws Exception {
        try (KeyChangingHost host = new KeyChangingHost(KEK, FIRST);
                RunLinks run = new RunLinks()) {
            SessionMessage echo = new SessionMessage(
                    SessionMessageKind.ECHO,
                    template("0 0800", "11 STAN", "70 001"),
                    TestLinks.exchange(),
                    new ResponseRules(Set.of("85"), List.of()),
                    () -> context,
                    NewKeys.parse("MAK 48 ecb under=TMK"));
            SessionMessages messages =
                    new SessionMessages(Optional.empty(), Optional.of(echo), EchoWhen.ALWAYS, 1, Optional.empty());
            ThreadLinks links = run.forThread(
                    "switch",
                    Keep.parse("thread"),
                    Sharing.waiting(20_000),
                    TestLinks.with(host.port(), "binary2", messages),
                    owner);
            Exchange exchange = TestLinks.exchange();
            MessageTemplate purchase = template("0 0200", "11 STAN", "64:= " + MAC);
            Interruption interruption = new Interruption();
            Outcome last = null;
            while (owner.performed(SessionMessageKind.ECHO) == 0) {
                interruption.begin();
                last = links.run(exchange, exchange.read(purchase.fill(context)), interruption);
                interruption.end();
                assertThat(last.failure()).isNull();
            }

            assertThat(host.changes()).isPositive();
            assertThat(last.replacedKeys().all()).isEmpty();
        }
    }

    @Test
    void shouldRefuseTheSignOnWhenItsKeyCannotBeUsed() throws Exception {
        try (KeyChangingHost host = new KeyChangingHost(KEK, FIRST);
                RunLinks run = new RunLinks()) {
            ThreadLinks links = run.forThread(
                    "switch",
                    Keep.parse("thread"),
                    Sharing.waiting(20_000),
                    plan(host, "MAK 48 ecb under=TMK kcv=64"),
                    owner);

            assertThat(catchThrowableOfType(LinkNotOpened.class, () -> wrong(links, host))
                            .event())
                    .isInstanceOfSatisfying(
                            LinkEvent.SessionMessageSent.class,
                            sent -> assertThat(sent.verdict().code()).isEqualTo("NEW_KEY_REFUSED"));
        }
    }
}
