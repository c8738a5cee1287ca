package io.github.isostress.jmeter.gui;

import io.github.isostress.jmeter.element.EarlyEnd;
import io.github.isostress.jmeter.element.ResponseDetail;
import io.github.isostress.link.HostOrder;
import io.github.isostress.message.Packagers;
import io.github.isostress.message.RequestCheck;
import io.github.isostress.pace.Arrivals;
import io.github.isostress.pace.Backlog;
import io.github.isostress.wire.FramingPreset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the panels offer to choose from. */
final class Choices {
    static final List<String> FRAMINGS =
            Arrays.stream(FramingPreset.values()).map(FramingPreset::presetName).toList();

    static final List<String> PACKAGERS = Stream.concat(Packagers.BUILT_IN.stream(), Stream.of(Packagers.NONE))
            .toList();

    static final String[] KEY_STORES = {".pfx", ".p12", ".jks"};

    static final String[] TRUST_STORES = {".pem", ".crt", ".cer", ".pfx", ".p12", ".jks"};

    static final String[] PRIVATE_KEYS = {".pem", ".key"};

    static final List<String> HOST_ORDERS =
            Arrays.stream(HostOrder.values()).map(HostOrder::words).toList();

    static final List<String> RESOLVE = List.of("each time", "once");

    static final List<String> KEEP =
            List.of("thread", "iteration", "sample", "100 samples", "pool of 10", "pool links of 10");

    static final List<String> EVALUATE = List.of("thread", "connect");

    static final List<String> WHEN_NOTHING_CAN_BE_SENT = EarlyEnd.allWords();

    static final List<String> UNSOLICITED = List.of("network management", "none", "0800 0820");

    static final List<String> RESUMPTION = List.of("full", "thread", "shared");

    static final List<String> CHECK_REQUESTS = RequestCheck.allWords();

    static final List<String> AFTER_TIMEOUT = List.of("keep", "close");

    static final List<String> RESPONSE_DETAIL = ResponseDetail.allWords();

    static final List<String> ARRIVALS = Arrivals.allWords();

    static final List<String> BACKLOG = Backlog.allWords();

    static final List<String> MESSAGES = List.of("response", "request");

    private Choices() {}
}
