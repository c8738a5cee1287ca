package io.github.isostress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.bench.Purchase;
import io.github.isostress.support.TestMessages;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void shouldApproveAPurchaseWhenItIsOneOfTwoInABuffer() throws Exception {
        byte[] frame = Purchase.frame();
        ByteBuffer requests = ByteBuffer.allocate(2 * frame.length).put(frame).put(frame);
        requests.flip();
        ByteBuffer answers = ByteBuffer.allocate(2 * Answer.BYTES);

        Answer.give(requests, answers);
        Answer.give(requests, answers);

        assertThat(requests.hasRemaining()).isFalse();
        byte[] second = Arrays.copyOfRange(answers.array(), Answer.BYTES, 2 * Answer.BYTES);
        assertThat(second).isEqualTo(Arrays.copyOf(answers.array(), Answer.BYTES));
        assertThat(ByteBuffer.wrap(second).getShort()).isEqualTo((short) (Answer.BYTES - 2));
        ISOMsg answer = TestMessages.unpack(Purchase.PACKAGER, Arrays.copyOfRange(second, 2, Answer.BYTES));
        assertThat(answer.getMTI()).isEqualTo("0210");
        assertThat(answer.getString(39)).isEqualTo("00");
        assertThat(answer.getString(49)).isEqualTo("978");
    }
}
