package io.github.isostress.wire;

import io.github.isostress.failure.FailureReport;
import io.github.isostress.support.TestClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A frame that notes what becomes of it. */
class NotedFrame extends QueuedFrame {
    static final String WRITTEN = "written";

    final List<String> events = new CopyOnWriteArrayList<>();
    final CountDownLatch over = new CountDownLatch(1);

    NotedFrame(byte[] bytes) {
        this(bytes, TestClient.soon());
    }

    NotedFrame(byte[] bytes, long deadlineNanos) {
        super(bytes, deadlineNanos);
    }

    @Override
    protected boolean handedOver(long nanos) {
        return true;
    }

    @Override
    protected void written() {
        events.add(WRITTEN);
        over.countDown();
    }

    @Override
    protected void failed(FailureReport failure, boolean isGiven) {
        events.add(failure.failure() + (isGiven ? " given" : ""));
        over.countDown();
    }
}
