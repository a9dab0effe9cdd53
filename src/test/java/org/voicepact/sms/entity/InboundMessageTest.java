package org.voicepact.sms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InboundMessageTest {

  private static final String MAIZE = "\uD83C\uDF3D";

  @Test
  void aMessageIsKeptAsItCame() {
    InboundMessage message = message("+254712000101", "Yes \n " + MAIZE);

    assertThat(message.text()).isEqualTo("Yes \n " + MAIZE);
    assertThat(message.sender()).isEqualTo("+254712000101");
    assertThat(message.gatewayId()).contains("m-1");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(message("x", "a".repeat(2000)).text()).isEqualTo("a".repeat(2000));
    assertThat(message("x", "a".repeat(2001)).text()).isEqualTo("a".repeat(2000));
    assertThat(message("s".repeat(201), "x").sender()).isEqualTo("s".repeat(200));
  }

  @Test
  void aCutNeverLeavesHalfOfACharacter() {
    assertThat(message("x", "a".repeat(1999) + MAIZE).text()).isEqualTo("a".repeat(1999));
    assertThat(message("x", "a".repeat(1998) + MAIZE + "b").text())
        .isEqualTo("a".repeat(1998) + MAIZE);
  }

  @Property
  void whateverLengthItHasItStaysText(@ForAll @IntRange(min = 0, max = 3) int before) {
    String text = message("x", "a".repeat(before) + MAIZE.repeat(1500)).text();

    assertThat(text.length())
        .isBetween(InboundMessage.LONGEST_TEXT - 1, InboundMessage.LONGEST_TEXT);
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  @Test
  void aNullCharacterWhichNoDatabaseStoresIsReplaced() {
    assertThat(message("a\0b", "YES\0").text()).isEqualTo("YES\uFFFD");
    assertThat(message("a\0b", "YES").sender()).isEqualTo("a\uFFFDb");
  }

  @Test
  void aMessageMayComeWithoutAnId() {
    InboundMessage message = new InboundMessage(
        Optional.empty(),
        "x",
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);

    assertThat(message.gatewayId()).isEmpty();
    assertThat(message.text()).isEmpty();
  }

  private static InboundMessage message(String sender, String text) {
    return new InboundMessage(
        Optional.of("m-1"),
        sender,
        Optional.of("21512"),
        text,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
