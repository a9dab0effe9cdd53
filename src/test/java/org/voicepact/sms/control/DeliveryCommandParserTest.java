package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.sms.entity.SmsCommand;
import org.voicepact.sms.entity.SmsCommand.Matter;

class DeliveryCommandParserTest {

  private static final ContractId ID = new ContractId("AG-2026-000123");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELIVERED-AG-2026-000123",
        "delivered ag 2026 123",
        "Delivered: AG-2026-000123.",
        "DELIVEREDAG2026000123",
        "NIMELETA-AG-2026-000123",
        "livre ag-2026-000123",
        "Livr\u00E9 AG-2026-000123!",
        "\uFF24\uFF25\uFF2C\uFF29\uFF36\uFF25\uFF32\uFF25\uFF24-AG-2026-000123"
      })
  void allWasDelivered(String text) {
    assertThat(SmsCommandParser.parse(text))
        .isEqualTo(new SmsCommand.Deliver(ID, Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELIVERED-AG-2026-000123 40 | 40 ",
        "DELIVERED-AG-2026-000123 40 bags. | 40 bags",
        "delivered ag 2026 000123: 40bags | 40 bags",
        "DELIVERED-AG-2026-000123 60.5 | 60.5",
        "NIMELETA-AG-2026-000123 12000 kilo | 12000 kilo",
        "DELIVERED-AG-2026-000123-40 | unclear",
        "DELIVERED-AG-2026-000123-2 | unclear",
        "DELIVERED-AG-2026-000123 \u0664\u0660 | unclear",
        "DELIVERED-AG-2026-000123 1,000 | unclear",
        "DELIVERED-AG-2026-000123 1.000 | unclear",
        "DELIVERED-AG-2026-000123 0 | unclear",
        "DELIVERED-AG-2026-000123 -5.5.5 | unclear",
        "DELIVERED-AG-2026-000123 40 bags tomorrow | unclear",
        "DELIVERED-AG-2026-000123 about 40 | unclear",
        "DELIVERED-AG-2026-000123 tomorrow | unclear",
        "DELIVERED-AG-2026-000123? | unclear",
        "DELIVERED-AG-2026-000123 \u00BD | unclear",
        "DELIVERED-AG-2026-000123 50% | unclear",
        "DELI\u200BVERED-AG-2026-000123 40 | unclear"
      })
  void aPartHasAPlainNumber(String text, String quantity) {
    SmsCommand expected = quantity.equals("unclear")
        ? new SmsCommand.Unclear(Matter.DELIVERY, ID)
        : new SmsCommand.Deliver(
            ID,
            Optional.of(new BigDecimal(quantity.split(" ")[0])),
            Arrays.stream(quantity.split(" ")).skip(1).findFirst());

    assertThat(SmsCommandParser.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACCEPT-AG-2026-000123 | 1",
        "accept ag 2026 123. | 1",
        "NIMEPOKEA-AG-2026-000123 | 1",
        "re\u00E7u ag-2026-000123 | 1",
        "RECU-AG-2026-000123-3 | 3",
        "accepte ag 2026 000123 2 | 2",
        "ACCEPT-AG-2026-000123-2 | 2",
        "ACCEPT-AG-2026-000123 but wet | unclear",
        "ACCEPT-AG-2026-000123-2 if you come back | unclear",
        "ACCEPT-AG-2026-000123? | unclear"
      })
  void anAcceptanceHasNoOtherWords(String text, String claim) {
    SmsCommand expected = claim.equals("unclear")
        ? new SmsCommand.Unclear(Matter.ACCEPTANCE, ID)
        : new SmsCommand.Accept(ID, Integer.parseInt(claim));

    assertThat(SmsCommandParser.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DISPUTE-AG-2026-000123 10 bags are wet | 10 bags are wet",
        "Dispute AG-2026-000123: Only 40 of 100 came! | Only 40 of 100 came!",
        "tatizo ag 2026 123 - Magunia 10 yamelowa | Magunia 10 yamelowa",
        "LITIGE-AG-2026-000123 sacs mouill\u00E9s | sacs mouill\u00E9s",
        "DISPUTE-AG-2026-000123-2 | 2"
      })
  void aDisputeHasAReasonInTheSendersOwnWords(String text, String reason) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(new SmsCommand.Dispute(ID, reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DISPUTE-AG-2026-000123", "dispute ag 2026 123 ...", "TATIZO-AG-2026-123!"})
  void aDisputeWithoutAReasonIsAskedAbout(String text) {
    assertThat(SmsCommandParser.parse(text)).isEqualTo(new SmsCommand.Unclear(Matter.DISPUTE, ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELIVERED",
        "ACCEPT",
        "ACCEPTED-AG-2026-000123",
        "DISPUTED AG-2026-000123",
        "not delivered AG-2026-000123",
        "DELIVERED-AG-2026-12",
        "livres AG-2026-000123"
      })
  void whatIsNoneOfThemIsNotUnderstood(String text) {
    assertThat(SmsCommandParser.parse(text)).isInstanceOf(SmsCommand.NotUnderstood.class);
  }
}
