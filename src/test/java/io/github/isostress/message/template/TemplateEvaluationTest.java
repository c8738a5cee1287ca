package io.github.isostress.message.template;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.template;
import static io.github.isostress.message.support.Messages.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.number.StanSequence;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When variables get their values, and that threads do not get each other's. */
class TemplateEvaluationTest {
    private static final IsoPackager BINARY = Packagers.builtIn("iso87binary");
    private static final int THREADS = 8;
    private static final int MESSAGES = 2_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<String> evaluated = new ArrayList<>();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    private Variables recording(String... names) {
        Variables variables = new Variables();
        for (String name : names) {
            variables.with(name, () -> {
                evaluated.add(name);
                return "1";
            });
        }
        return variables;
    }

    @Test
    void shouldEvaluateInOrderOfLinesOnceWhenFilled() throws Exception {
        MessageTemplate template =
                template(BINARY, recording("C", "A", "B"), "0 0800", "60 ${C}", "11 ${A}${B}", "48 ${A}", "70 ${B}");

        template.fill();

        assertThat(evaluated).containsExactly("C", "A", "B", "A", "B");
    }

    @Test
    void shouldEvaluateNothingWhenCompiled() throws Exception {
        template(BINARY, recording("A"), "0 0800", "11 ${A}", "55.9F37 0${A}");

        assertThat(evaluated).isEmpty();
    }

    @Test
    void shouldEvaluateHexLineFirstWhenElementsFollow() throws Exception {
        MessageTemplate template =
                template(BINARY, recording("A", "B"), "hex 08000020000000000000 0000 0${A}", "11 ${B}");

        template.fill();

        assertThat(evaluated).containsExactly("A", "B");
    }

    @Test
    void shouldGiveEachThreadItsOwnValuesWhenManyFillAtOnce() throws Exception {
        StanSequence stan = new StanSequence(1, 1);
        ThreadLocal<String> last = new ThreadLocal<>();
        Variables variables = new Variables()
                .with("STAN", () -> {
                    last.set(stan.next());
                    return last.get();
                })
                .with("SAME", last::get);
        MessageTemplate template = template(
                BINARY, variables, "0 0200", "4 1000", "11 ${STAN}", "48 n${SAME}", "55.9F37 00${SAME}", "55.95 00");
        Set<String> stans = ConcurrentHashMap.newKeySet();

        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            work.add(() -> {
                for (int n = 0; n < MESSAGES; n++) {
                    DecodedMessage message = decode(BINARY, template.fill().bytes());
                    assertThat(value(message, "48")).isEqualTo("n" + last.get());
                    assertThat(value(message, "55.9F37")).isEqualTo("00" + last.get());
                    stans.add(value(message, "11"));
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }

        assertThat(stans).hasSize(THREADS * MESSAGES);
    }
}
