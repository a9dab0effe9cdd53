package org.voicepact.sms.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.PhoneNumber;

class InboundMessageTest {

  private static final String MAIZE = "\uD83C\uDF3D";

  @Test
  void aMessageIsKeptAsItCame() {
    InboundMessage message = message("+254712000101", "Yes \n " + MAIZE);

    assertThat(message.text()).isEqualTo("Yes \n " + MAIZE);
    assertThat(message.sender()).isEqualTo("+254712000101");
    assertThat(message.gatewayId()).contains("m-1");
  }

  @ParameterizedTest
  @CsvSource({
    "CODE 012345, CODE ******, CODE ******",
    "012345, ******, ******",
    "my code is 012 345 ok, my code is *** *** ok, my code is ****** ok",
    "AG-2026-012345, AG-****-******, AG-2026-012345",
    "call 0712345678, call **********, call 0712345678",
    "100 bags, *** bags, 100 bags"
  })
  void aCodeIsHidden(String text, String digits, String codes) {
    InboundMessage code = message("x", text);
    InboundMessage words = message("x", text);

    code.hideDigits();
    words.hideCodes();

    assertThat(code.text()).isEqualTo(digits);
    assertThat(words.text()).isEqualTo(codes);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+254712000101",
        "254712000101",
        "0712000101-1764000000",
        "sms_712000101_7",
        "%2B254712000101",
        "0712 000-101"
      })
  void anIdThatHoldsTheSendersNumberIsReplaced(String id) {
    InboundMessage message = message(id, "+254712000101", "YES");

    message.sentBy(new PhoneNumber("+254712000101"), any -> "a pseudonym");

    assertThat(message.gatewayId()).contains("a pseudonym");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ec9adc86-51d5-4bc8-8eb0-d8ab0bb53dc3",
        "ATXid_1764000000",
        "+254712000102",
        "2000101"
      })
  void everyOtherIdStaysAsItIs(String id) {
    InboundMessage message = message(id, "+254712000101", "YES");

    message.sentBy(new PhoneNumber("+254712000101"), any -> "a pseudonym");

    assertThat(message.gatewayId()).contains(id);
  }

  @Test
  void aShortNumberIsFoundAsAWhole() {
    InboundMessage message = message("id-2901234", "+2901234", "YES");

    message.sentBy(new PhoneNumber("+2901234"), any -> "a pseudonym");

    assertThat(message.gatewayId()).contains("a pseudonym");
  }

  @Test
  void aMessageIsAboutNoContractUntilOneIsNoted() {
    InboundMessage message = message("+254712000101", "YES");
    assertThat(message.contractId()).isEmpty();

    message.isAbout(new ContractId("AG-2026-000123"));

    assertThat(message.contractId()).contains("AG-2026-000123");
  }

  @Test
  void whatIsErasedKeepsItsIdAndItsContract() {
    InboundMessage message = message("+254712000101", "YES");
    message.sentBy(new PhoneNumber("+254712000101"), any -> "a pseudonym");
    message.isAbout(new ContractId("AG-2026-000123"));

    message.erasePersonalData();

    assertThat(message)
        .hasAllNullFieldsOrPropertiesExcept("gatewayId", "contractId", "receivedAt")
        .hasNoNullFieldsOrPropertiesExcept(
            "id", "sender", "senderPhone", "recipient", "text", "linkId", "sentAt");
    assertThat(message.gatewayId()).contains("m-1");
  }

  private static InboundMessage message(String sender, String text) {
    return message("m-1", sender, text);
  }

  private static InboundMessage message(String id, String sender, String text) {
    return new InboundMessage(
        Optional.of(id),
        sender,
        Optional.of("21512"),
        text,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
