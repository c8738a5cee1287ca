package io.github.isostress.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.bench.Purchase;
import io.github.isostress.support.TestMessages;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTest {
    @ParameterizedTest
    @EnumSource(Purchase.class)
    void shouldApproveAPurchaseWhenItIsOneOfTwoInABuffer(Purchase purchase) throws Exception {
        Answer approval = new Answer(purchase);
        byte[] frame = purchase.frame();
        ByteBuffer requests = ByteBuffer.allocate(2 * frame.length).put(frame).put(frame);
        requests.flip();
        ByteBuffer answers = ByteBuffer.allocate(2 * approval.bytes());

        approval.give(requests, answers);
        approval.give(requests, answers);

        assertThat(requests.hasRemaining()).isFalse();
        byte[] second = Arrays.copyOfRange(answers.array(), approval.bytes(), 2 * approval.bytes());
        assertThat(second).isEqualTo(Arrays.copyOf(answers.array(), approval.bytes()));
        assertThat(ByteBuffer.wrap(second).getShort()).isEqualTo((short) (approval.bytes() - 2));
        ISOMsg answer = TestMessages.unpack(Purchase.PACKAGER, Arrays.copyOfRange(second, 2, approval.bytes()));
        assertThat(answer.getMTI()).isEqualTo("0210");
        assertThat(answer.getString(39)).isEqualTo("00");
        assertThat(answer.getString(49)).isEqualTo("978");
    }
}
