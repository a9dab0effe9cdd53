package org.voicepact.payment.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.platform.entity.UnreadableInput;

class NoticeBodyTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFormIsReadLikeAnObject() {
    assertThat(NoticeBody.read("application/x-www-form-urlencoded", bytes("a=1&b=x%20y"))
            .toString())
        .isEqualTo("{\"a\":\"1\",\"b\":\"x y\"}");
    assertThat(NoticeBody.read("application/json", bytes("{\"a\": 1.50}")).toString())
        .isEqualTo("{\"a\":1.5}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\": 1e-999999999}",
        "{\"amount\": {\"in\": [1e999999999]}}",
        "{\"amount\": 1e-7000}",
        "{\"amount\": 1e1500}",
        "[1]",
        "{",
        ""
      })
  void whatCannotBeKeptIsRefused(String body) {
    assertThatThrownBy(() -> NoticeBody.read("application/json", bytes(body)))
        .isInstanceOf(UnreadableInput.class);
  }
}
