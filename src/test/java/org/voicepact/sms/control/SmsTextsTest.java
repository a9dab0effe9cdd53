package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.entity.ContractFixture.BUYER;
import static org.voicepact.contract.entity.ContractFixture.NOON;
import static org.voicepact.contract.entity.ContractFixture.SELLER;
import static org.voicepact.contract.entity.ContractFixture.TIME_TO_ANSWER;
import static org.voicepact.contract.entity.ContractFixture.version;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.Money;
import org.voicepact.sms.entity.SmsCommand;
import org.voicepact.sms.entity.SmsSegments;

class SmsTextsTest {

  /** Two parts of a message in the alphabet of GSM 03.38 hold 306 characters. */
  private static final int TWO_PARTS = 306;

  private static final SmsTexts WORDS = SmsTexts.in(Language.EN);
  private static final Terms AGREED = ContractFixture.terms("KES", "{\"product\": \"Maize\"}");

  @Test
  void thePartiesReadWhatWasAgreedAndHowToAnswer() {
    Contract contract = ContractFixture.ofTwo();

    assertThat(terms(
            contract,
            "{\"product\": \"Maize\", \"quantity\": 100, \"unit\": \"bags\", \"total_amount\": 350000,"
                + " \"delivery_deadline\": \"2026-12-31\"}"))
        .isEqualTo("VoicePact AG-2026-000123: 100 bags Maize, KES 350,000, by 2026-12-31."
            + " Reply YES-AG-2026-000123 to confirm or NO-AG-2026-000123 to decline.");
  }

  @Test
  void fromTheSecondVersionOnTheCodeNamesTheVersion() {
    Contract contract = ContractFixture.ofTwo();
    contract.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER));

    assertThat(terms(contract, "{\"product\": \"Maize\"}"))
        .isEqualTo("VoicePact AG-2026-000123 has CHANGED: Maize."
            + " Reply YES-AG-2026-000123-2 to confirm or NO-AG-2026-000123-2 to decline.");
  }

  @Test
  void termsWithoutAProductAreStillTold() {
    assertThat(terms(ContractFixture.ofTwo(), "{}"))
        .startsWith("VoicePact AG-2026-000123: as agreed by phone. Reply");
  }

  @ParameterizedTest
  @CsvSource({
    "KES, 350000, 'KES 350,000'",
    "KES, 350000.50, 'KES 350,000.50'",
    "KES, 0.05, 'KES 0.05'",
    "UGX, 1234567, 'UGX 1,234,567'",
    "TND, 1.5, 'TND 1.500'",
    "KES, 999999999999999, 'KES 999,999,999,999,999'"
  })
  void anAmountIsWrittenForPeople(String currency, String amount, String written) {
    Contract contract = ContractFixture.ofTwo();
    Terms terms = ContractFixture.terms(currency, "{\"total_amount\": " + amount + "}");

    assertThat(TermsText.of(WORDS, contract, version(contract, terms)))
        .contains(", " + written + ". Reply");
  }

  @Test
  void amountsDoNotDependOnTheServersLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(terms(ContractFixture.ofTwo(), "{\"total_amount\": 1234.5}"))
          .contains("KES 1,234.50");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theLongestTermsStillFitIntoTwoParts() {
    Contract contract = ContractFixture.ofTwo();
    contract.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER));
    String longest = "{\"product\": \"" + "p".repeat(200)
        + "\", \"quantity\": 999999999999999.999999999999, \"unit\": \""
        + "u".repeat(50) + "\", \"total_amount\": 999999999999999.99, \"delivery_deadline\": \""
        + "d".repeat(100)
        + "\", \"quality_requirements\": \"" + "q".repeat(1000) + "\", \"delivery_location\": \""
        + "l".repeat(200) + "\"}";

    String text = terms(contract, longest);

    assertThat(text)
        .hasSizeLessThanOrEqualTo(TWO_PARTS)
        .endsWith("or NO-AG-2026-000123-2 to decline.");
    assertThat(text)
        .contains("p".repeat(58) + "..")
        .contains("u".repeat(18) + "..")
        .contains("d".repeat(28) + "..");
  }

  @Test
  void aCutNeverLeavesHalfOfACharacter() {
    String text =
        terms(ContractFixture.ofTwo(), "{\"product\": \"" + "\uD83C\uDF3D".repeat(61) + "\"}");

    assertThat(text)
        .contains("\uD83C\uDF3D".repeat(18) + "..")
        .doesNotContain("\uD83C\uDF3D".repeat(19));
    assertThat(text.codePoints()
            .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
        .isEmpty();
  }

  @Test
  void noTextHoldsThePhoneNumberOfAParty() {
    Contract declined = ContractFixture.ofTwo();
    declined.decline(BUYER, Optional.empty(), NOON);
    Contract contract = ContractFixture.ofTwo();
    contract.confirm(SELLER, Optional.empty(), NOON);
    String id = contract.id().value();

    List<String> all = List.of(
        terms(contract, "{\"product\": \"Maize\"}"),
        beforeRef(WORDS.confirmedByAll(
            contract, version(contract, AGREED), contract.party(SELLER), false)),
        WORDS.cancelled(declined, Optional.of(declined.party(BUYER))),
        WORDS.cancelled(contract, Optional.of(contract.party(SELLER))),
        WORDS.expired(contract),
        WORDS.youConfirmed(contract),
        WORDS.youDeclined(declined),
        WORDS.notYours(id),
        WORDS.hasExpired(id),
        WORDS.wasCancelled(id),
        WORDS.alreadyConfirmed(id),
        WORDS.whichOne(List.of(id)),
        WORDS.text("not.understood"));

    assertThat(all)
        .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\+?254|0712|[0-9]{7}"));
  }

  @Test
  void whatEndedAContractIsToldByTheRoleOfTheParty() {
    Contract declined = ContractFixture.ofTwo();
    declined.decline(BUYER, Optional.empty(), NOON);
    Contract cancelled = ContractFixture.ofTwo();
    cancelled.cancel(SELLER, Optional.empty(), "a private reason", NOON);

    assertThat(WORDS.cancelled(declined, Optional.of(declined.party(BUYER))))
        .isEqualTo("VoicePact AG-2026-000123 is CANCELLED: the buyer declined it.");
    assertThat(WORDS.cancelled(cancelled, Optional.of(cancelled.party(SELLER))))
        .isEqualTo("VoicePact AG-2026-000123 is CANCELLED: the seller cancelled it.");
  }

  @Test
  void aPartyReadsHowManyHaveConfirmed() {
    Contract contract = ContractFixture.ofThree();
    contract.confirm(SELLER, Optional.empty(), NOON);

    assertThat(WORDS.youConfirmed(contract))
        .isEqualTo("You confirmed AG-2026-000123. 1 of 3 parties have confirmed.");
  }

  @Test
  void whoIsAskedWhichContractIsShownOneCode() {
    assertThat(WORDS.whichOne(List.of("AG-2026-000124-2", "AG-2026-000123")))
        .isEqualTo(
            "Please send the number with your answer, as YES-AG-2026-000124-2 or NO-AG-2026-000124-2.");
    assertThat(WORDS.whichOne(List.of())).isEqualTo("No contract is waiting for your answer.");
  }

  @Test
  void theCodesInAMessageAreUnderstoodWhenTheyComeBack() {
    Contract contract = ContractFixture.ofTwo();
    contract.amend(SELLER, NOON, NOON.plus(TIME_TO_ANSWER));

    assertThat(SmsCommandParser.parse("YES-" + SmsTexts.code(contract)))
        .isEqualTo(new SmsCommand.ToContract(
            SmsCommand.Answer.YES, new ContractId("AG-2026-000123"), Optional.of(2)));
  }

  @ParameterizedTest
  @EnumSource
  void aMessageWithACodeIsOneSegmentEvenForTheLongestContractId(CodePurpose.Action action) {
    for (Language language : Language.values()) {
      String text =
          SmsTexts.in(language).code(purpose(action, "AG-2026-123456789012", 99), "012345");

      assertThat(SmsSegments.count(text)).as(text).isEqualTo(1);
      assertThat(text).contains("012345").doesNotContain("{");
    }
    assertThat(WORDS.code(purpose(action, "AG-2026-000123", 1), "012345"))
        .contains("Good for 5 minutes", "Give it to nobody");
  }

  @Test
  void theMessageOfAConfirmedContractEndsWithTheBeginningOfItsHash() {
    Contract contract = ContractFixture.confirmed();
    ContractVersion agreed = version(contract, AGREED);

    for (Language language : Language.values()) {
      for (Party party : contract.parties()) {
        for (boolean waits : List.of(false, true)) {
          String text = SmsTexts.in(language).confirmedByAll(contract, agreed, party, waits);

          assertThat(text).endsWith(" Ref " + agreed.hash().substring(0, 20));
          assertThat(SmsSegments.count(text)).isEqualTo(1);
        }
      }
    }
    assertThat(WORDS.confirmedByAll(contract, agreed, contract.party(BUYER), false))
        .startsWith("VoicePact AG-2026-000123 is CONFIRMED: all 2 parties said yes. Ref ");
    assertThat(WORDS.confirmedByAll(contract, agreed, contract.party(SELLER), false))
        .contains("When you have delivered, send DELIVERED-AG-2026-000123. Ref ");
    assertThat(WORDS.confirmedByAll(contract, agreed, contract.party(SELLER), true))
        .contains("Deliver nothing yet: ")
        .doesNotContain("DELIVERED");
  }

  /** A message about money is two segments at most, with the longest amount. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void messagesAboutMoneyAreShort(Language language) {
    SmsTexts words = SmsTexts.in(language);
    String amount =
        words.amount(new Money(new BigDecimal("999999999999999.99"), Currency.getInstance("KES")));

    ResourceBundle.getBundle("org.voicepact.sms.messages", language.locale()).keySet().stream()
        .filter(key -> key.startsWith("payment.") || key.startsWith("payout."))
        .forEach(key -> assertThat(SmsSegments.count(
                words.text(key, "AG-2026-123456789012", amount, "...5678", "120 minutes")))
            .as(key)
            .isLessThanOrEqualTo(2));
  }

  @Test
  void theStatusOfAContractSaysWhatThePartyCanDo() {
    Contract contract = ContractFixture.ofTwo();
    contract.confirm(SELLER, Optional.empty(), NOON);

    assertThat(WORDS.status(contract, contract.party(BUYER)))
        .isEqualTo("VoicePact AG-2026-000123 waits for you: 1 of 2 parties have confirmed."
            + " Reply YES-AG-2026-000123 to confirm or NO-AG-2026-000123 to decline.");
    assertThat(WORDS.status(contract, contract.party(SELLER))).contains("waits for the others");
    Contract declined = ContractFixture.declined();
    assertThat(WORDS.status(declined, declined.party(BUYER)))
        .isEqualTo("VoicePact AG-2026-000123: cancelled.");
  }

  @ParameterizedTest
  @EnumSource
  void aListIsCutToTwoSegmentsAndSaysHowManyMoreThereAre(Language language) {
    for (ContractStatus status : ContractStatus.values()) {
      List<SmsTexts.Listed> newest = IntStream.range(0, 20)
          .mapToObj(i -> new SmsTexts.Listed("AG-2026-1234567890" + (10 + i), status))
          .toList();

      String text = SmsTexts.in(language).list(newest, 1_000_000);

      assertThat(SmsSegments.count(text)).as(text).isEqualTo(2);
      long shown =
          newest.stream().filter(each -> text.contains(each.contractId())).count();
      assertThat(shown).isGreaterThan(4);
      assertThat(text).contains(SmsTexts.in(language).text("list.more", 1_000_000 - shown));
    }
  }

  @Test
  void aListThatFitsIsWhole() {
    assertThat(WORDS.list(
            List.of(
                new SmsTexts.Listed("AG-2026-000124", ContractStatus.PENDING),
                new SmsTexts.Listed("AG-2026-000123", ContractStatus.CONFIRMED)),
            2))
        .isEqualTo("VoicePact, your contracts: AG-2026-000124 waiting, AG-2026-000123 confirmed.");
    assertThat(WORDS.list(List.of(), 0)).isEqualTo("You have no open contracts.");
  }

  private static CodePurpose purpose(CodePurpose.Action action, String contract, int version) {
    return action == CodePurpose.Action.SIGN_IN
        ? CodePurpose.signIn()
        : CodePurpose.of(action, contract, version);
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRM, 1, 'reply YES-AG-2026-000123 to confirm'",
    "CONFIRM, 2, 'reply YES-AG-2026-000123-2 to confirm'",
    "DECLINE, 1, 'reply NO-AG-2026-000123 to decline'",
    "DECLINE, 12, 'reply NO-AG-2026-000123-12 to decline'"
  })
  void aMessageWithACodeSaysHowToAnswerFromThePhone(
      CodePurpose.Action action, int version, String how) {
    assertThat(WORDS.code(purpose(action, "AG-2026-000123", version), "012345")).contains(how);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SIGN_IN")
  void aMessageWithACodeNamesTheContract(CodePurpose.Action action) {
    assertThat(WORDS.code(purpose(action, "AG-2026-000123", 2), "012345"))
        .startsWith("VoicePact AG-2026-000123: ");
  }

  @Test
  void noAnswerFromThePhoneIsNamedWhereThereIsNone() {
    assertThat(WORDS.code(CodePurpose.signIn(), "012345"))
        .isEqualTo(
            "VoicePact: 012345 is your code to sign in. Good for 5 minutes. Give it to nobody.");
    for (CodePurpose.Action action :
        List.of(CodePurpose.Action.CANCEL, CodePurpose.Action.AMEND, CodePurpose.Action.DISCLOSE)) {
      assertThat(WORDS.code(purpose(action, "AG-2026-000123", 1), "012345"))
          .doesNotContain("YES", "NO-");
    }
  }

  private static String terms(Contract contract, String json) {
    return TermsText.of(WORDS, contract, version(contract, ContractFixture.terms("KES", json)));
  }

  private static String beforeRef(String text) {
    return text.substring(0, text.indexOf(" Ref "));
  }
}
