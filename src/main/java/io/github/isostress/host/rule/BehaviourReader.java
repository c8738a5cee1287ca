package io.github.isostress.host.rule;

import io.github.isostress.host.session.AnswerContent;
import io.github.isostress.host.session.AnswerSending;
import io.github.isostress.host.session.BeforeAnswer;
import io.github.isostress.host.session.Behaviour;
import io.github.isostress.host.session.HostWide;
import io.github.isostress.host.session.Occasion;
import io.github.isostress.host.session.RandomDuration;
import io.github.isostress.host.session.Script;
import io.github.isostress.host.session.SentShare;
import io.github.isostress.host.session.WithoutAnswer;
import io.github.isostress.message.IsoPackager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the part of a rule after the colon: behaviours with {@code then} between them. */
final class BehaviourReader {
    private static final long LONGEST_MILLIS = 3_600_000;
    private static final int LARGEST_CUT = 100_000_000;
    private static final double LARGEST_SIGMA = 5;
    private static final double WHOLE = 100;

    private final Map<String, Function<RuleWords, Behaviour>> readers = new LinkedHashMap<>();

    BehaviourReader(Optional<IsoPackager> packager) {
        ElementWords elements = new ElementWords(packager);
        readers.put("approve", words -> new AnswerContent.Approve());
        readers.put("decline", elements::decline);
        readers.put("delay", words -> new BeforeAnswer.Delay(duration(words)));
        readers.put("no answer", words -> new WithoutAnswer.NoAnswer());
        readers.put("close", words -> new WithoutAnswer.Close());
        readers.put("reset", words -> new WithoutAnswer.Reset());
        readers.put("cut", BehaviourReader::cut);
        readers.put("byte by byte", words -> new AnswerSending.ByteByByte(words.time("pause", 0, LONGEST_MILLIS)));
        readers.put("two in one packet", words -> new AnswerSending.TwoInOnePacket());
        readers.put("wrong key", elements::wrongKey);
        readers.put("wrong mti", elements::wrongMti);
        SealingWords sealing = new SealingWords(elements);
        readers.put("wrong mac", words -> sealing.wrong(words, "mac"));
        readers.put("wrong arpc", words -> sealing.wrong(words, "arpc"));
        readers.put("without mac", words -> sealing.without(words, "mac"));
        readers.put("without arpc", words -> sealing.without(words, "arpc"));
        readers.put("new key", sealing::newKey);
        readers.put("change", ByteWords::change);
        readers.put("twice", words -> new AnswerSending.Twice());
        readers.put("late", words -> new AnswerSending.Late(words.time("time", 1, LONGEST_MILLIS)));
        readers.put("garbage without frame", words -> new AnswerSending.GarbageWithoutFrame());
        readers.put("garbage", words -> new AnswerContent.Garbage());
        readers.put(AnswerSending.OversizeLength.NAME, words -> new AnswerSending.OversizeLength());
        readers.put("forward to", new ForwardWords(elements)::read);
        readers.put("speak first", elements::speakFirst);
        readers.put("drop all connections", words -> new HostWide.DropAllConnections());
        readers.put("stop accepting", words -> new HostWide.StopAccepting(words.time("time", 1, LONGEST_MILLIS)));
    }

    /** The first words of the behaviours. */
    List<String> words() {
        return List.copyOf(readers.keySet());
    }

    Script read(RuleWords words, Occasion occasion) {
        List<Behaviour> steps = new ArrayList<>();
        do {
            if (!steps.isEmpty() && steps.get(steps.size() - 1).isLast()) {
                throw words.refusal(
                        "nothing can follow '" + steps.get(steps.size() - 1).name() + "'");
            }
            steps.add(step(words, occasion, steps.isEmpty() ? ":" : "then"));
        } while (words.take("then"));
        if (!words.isAtEnd()) {
            throw words.refusal("'" + words.peek() + "' cannot follow '"
                    + steps.get(steps.size() - 1).name() + "'; allowed is then and another behaviour");
        }
        return new Script(List.copyOf(steps));
    }

    private Behaviour step(RuleWords words, Occasion occasion, String before) {
        for (Map.Entry<String, Function<RuleWords, Behaviour>> reader : readers.entrySet()) {
            if (words.take(reader.getKey())) {
                Behaviour behaviour = reader.getValue().apply(words);
                require(words, behaviour, occasion);
                return behaviour;
            }
        }
        String allowed = "; allowed are " + String.join(", ", readers.keySet());
        throw words.refusal(
                words.isAtEnd()
                        ? "there is no behaviour behind '" + before + "'" + allowed
                        : "'" + words.peek() + "' is no behaviour" + allowed);
    }

    private static void require(RuleWords words, Behaviour behaviour, Occasion occasion) {
        if (!behaviour.occasions().contains(occasion)) {
            throw words.refusal("'" + behaviour.name() + "' cannot be played " + occasion.words());
        }
    }

    private static RandomDuration duration(RuleWords words) {
        if (words.take("uniform")) {
            long[] range = words.range("range of milliseconds", LONGEST_MILLIS);
            return new RandomDuration.Uniform(range[0], range[1]);
        }
        if (words.take("lognormal")) {
            double median = words.decimal("median in ms", 0, LONGEST_MILLIS);
            double sigma = words.decimal("sigma", 0, LARGEST_SIGMA);
            if (!words.take("max")) {
                throw words.refusal("a lognormal delay needs its median, its sigma and its bound, as in"
                        + " 'delay lognormal 5 0.5 max 100'");
            }
            return new RandomDuration.Lognormal(median, sigma, words.decimal("bound in ms", median, LONGEST_MILLIS));
        }
        return new RandomDuration.Fixed(words.time("delay", 0, LONGEST_MILLIS));
    }

    private static Behaviour cut(RuleWords words) {
        AnswerSending.Cut cut = new AnswerSending.Cut(extent(words));
        return words.take("then close") ? new AnswerSending.CutThenClose(cut) : cut;
    }

    private static SentShare extent(RuleWords words) {
        if (words.peek().endsWith("%")) {
            String share = words.peek();
            double percent = words.percent("share");
            if (percent == WHOLE) {
                throw words.refusal("'" + share + "' is a whole frame; a cut is below 100%");
            }
            return new SentShare.Share(percent);
        }
        SentShare extent = new SentShare.Bytes(words.number("number of bytes, or share as 50%", 1, LARGEST_CUT));
        if (!words.take("bytes")) {
            throw words.refusal("write 'cut 10 bytes' or 'cut 50%'");
        }
        return extent;
    }
}
