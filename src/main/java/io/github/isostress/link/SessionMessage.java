package io.github.isostress.link;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.exchange.Conversation;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.exchange.SharedConversation;
import io.github.isostress.exchange.SharedRequest;
import io.github.isostress.exchange.UnmatchedFrame;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.seal.KeyArrival;
import io.github.isostress.seal.NewKeys;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A message that belongs to the connection, with how its answer is found and judged. Immutable and thread-safe.
 *
 * @param kind what it is for
 * @param template the message; its expressions are evaluated in the thread that sends it
 * @param exchange sends it and waits for its answer
 * @param rules judge the answer
 * @param context keys and counters as it is sent, asked for in the thread that sends it
 * @param newKeys what its answer brings if it is a success by DE 39
 */
public record SessionMessage(
        SessionMessageKind kind,
        MessageTemplate template,
        Exchange exchange,
        ResponseRules rules,
        Supplier<MessageContext> context,
        NewKeys newKeys) {
    /** A message without formulas, whose answer brings no keys. */
    public SessionMessage(SessionMessageKind kind, MessageTemplate template, Exchange exchange, ResponseRules rules) {
        this(kind, template, exchange, rules, () -> MessageContext.NONE, NewKeys.NONE);
    }

    /**
     * Sends it on a connection and waits for its answer.
     *
     * @param listener as of {@link Exchange#run}
     * @throws FailureException if the message cannot be built or its answer could not be told from a late one to an
     *     earlier request; then nothing was sent
     */
    LinkEvent.SessionMessageSent send(Conversation conversation, Consumer<UnmatchedFrame> listener)
            throws FailureException {
        KeyArrival arrival = arrival(conversation.keys());
        OutgoingRequest message = request(arrival);
        if (conversation.connection().isOpen() && !exchange.canRun(conversation, message)) {
            throw new FailureException(
                    Failure.TEMPLATE_ERROR,
                    "a late answer to an earlier request could not have been told from the answer to this "
                            + kind.words() + "; give each its own STAN, such as 11 ${__isoStan()}");
        }
        return sent(exchange.run(conversation, message, listener), arrival);
    }

    /**
     * Sends it on a shared connection and waits for its answer.
     *
     * @throws FailureException as the other, or if the conversation has ended
     */
    LinkEvent.SessionMessageSent send(SharedConversation conversation) throws FailureException {
        KeyArrival arrival = arrival(conversation.conversation().keys());
        SharedRequest request = exchange.begin(conversation, request(arrival));
        if (request == null) {
            throw new FailureException(Failure.SEND_FAILED, "the connection had ended before");
        }
        return sent(request.toOutcome(), arrival);
    }

    private KeyArrival arrival(ReplacedKeys keys) throws FailureException {
        try {
            return new KeyArrival(newKeys, context.get(), keys);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, e.getMessage(), e);
        }
    }

    private OutgoingRequest request(KeyArrival arrival) throws FailureException {
        return exchange.read(template.fill(arrival.context())).toldTo(answer -> {
            if (rules.approve(answer)) {
                arrival.take(answer);
            }
        });
    }

    private LinkEvent.SessionMessageSent sent(Outcome outcome, KeyArrival arrival) {
        return new LinkEvent.SessionMessageSent(
                kind, outcome, arrival.problem().map(Verdict::failed).orElseGet(() -> judge(outcome)));
    }

    private Verdict judge(Outcome outcome) {
        Verdict verdict = rules.judge(outcome);
        boolean refused = kind == SessionMessageKind.SIGN_ON && !verdict.successful() && outcome.failure() == null;
        return refused ? refusal(verdict) : verdict;
    }

    private static Verdict refusal(Verdict verdict) {
        return Verdict.failed(new FailureReport(
                Failure.SIGN_ON_REFUSED,
                verdict.code() + " " + verdict.message()
                        + (verdict.particulars().isEmpty() ? "" : ": " + verdict.particulars())));
    }
}
