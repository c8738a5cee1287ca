package io.github.isostress.wire;

import java.util.concurrent.CountDownLatch;

/** While it is handed over, others can only leave their frames. */
final class HeldFrame extends NotedFrame {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    HeldFrame(byte[] bytes) {
        super(bytes);
    }

    @Override
    protected boolean handedOver(long nanos) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }
}
