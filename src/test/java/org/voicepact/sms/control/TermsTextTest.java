package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractType;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.contract.entity.Terms;
import org.voicepact.platform.entity.Gsm7;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.Money;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.SmsSegments;

class TermsTextTest {

  private static final int MOST_SEGMENTS = 2;

  private static Terms terms(
      String product,
      String unit,
      String deadline,
      BigDecimal quantity,
      BigDecimal amount,
      String currency) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    members.put(Terms.PRODUCT, product);
    members.put(Terms.UNIT, unit);
    members.put(Terms.DELIVERY_DEADLINE, deadline);
    members.put(Terms.QUANTITY, quantity);
    members.put(Terms.TOTAL_AMOUNT, amount);
    return new Terms(Currency.getInstance(currency), members);
  }

  private static Contract contract(String id, int version, String mediator) {
    List<Party> parties = List.of(
        party(Role.SELLER, "Wanjiku", ContractFixture.SELLER),
        party(Role.BUYER, "Otieno", ContractFixture.BUYER),
        party(Role.MEDIATOR, mediator, ContractFixture.MEDIATOR));
    Contract contract = new Contract(
        new ContractId(id),
        ContractType.AGRICULTURAL_SUPPLY,
        Language.EN,
        parties,
        ContractFixture.NOON,
        ContractFixture.NOON.plus(ContractFixture.TIME_TO_ANSWER));
    for (int i = 1; i < version; i++) {
      contract.amend(ContractFixture.SELLER, ContractFixture.NOON, contract.expiresAt());
    }
    return contract;
  }

  private static Party party(Role role, String name, PhoneNumber phone) {
    return new Party(role, Optional.of(name), phone, Optional.empty(), new byte[32], name);
  }

  @Test
  void theMediatorIsNamed() {
    Contract contract = contract("AG-2026-000123", 1, "Mzee Kamau");
    ContractVersion terms =
        ContractFixture.version(contract, ContractFixture.terms("KES", "{\"product\": \"Maize\"}"));

    assertThat(TermsText.of(SmsTexts.in(Language.EN), contract, terms))
        .startsWith("VoicePact AG-2026-000123: Maize, mediator Mzee Kamau. Reply YES-");
    assertThat(TermsText.of(SmsTexts.in(Language.EN), contract("AG-2026-000123", 1, ""), terms))
        .startsWith("VoicePact AG-2026-000123: Maize, with a mediator. Reply YES-");
  }

  @Property
  void everySummaryFitsTwoSegmentsAndKeepsWhatMustStand(
      @ForAll Language language,
      @ForAll("words") String product,
      @ForAll("words") String unit,
      @ForAll("words") String deadline,
      @ForAll("words") String mediator,
      @ForAll("quantities") BigDecimal quantity,
      @ForAll("amounts") BigDecimal amount,
      @ForAll("currencies") String currency,
      @ForAll("ids") String id,
      @ForAll @IntRange(min = 1, max = 12) int version) {
    Contract contract = contract(id, version, mediator);
    ContractVersion terms = ContractFixture.version(
        contract, terms(product, unit, deadline, quantity, amount, currency));
    SmsTexts texts = SmsTexts.in(language);

    for (String text : new String[] {
      TermsText.of(texts, contract, terms),
      TermsText.first(texts, contract, terms),
      TermsText.reminder(texts, contract, terms)
    }) {
      assertThat(SmsSegments.count(text)).as(text).isLessThanOrEqualTo(MOST_SEGMENTS);
      assertThat(text)
          .startsWith("VoicePact " + id)
          .contains(texts.amount(new Money(amount, Currency.getInstance(currency))))
          .contains(answer(language, "mediator", "mpatanishi", "m\u00E9diateur"))
          .contains(answer(language, "YES-", "NDIYO-", "OUI-") + SmsTexts.code(contract) + " ")
          .contains(answer(language, "NO-", "HAPANA-", "NON-") + SmsTexts.code(contract) + " ")
          .isEqualTo(Gsm7.normalised(text));
    }
  }

  private static String answer(Language language, String en, String sw, String fr) {
    return switch (language) {
      case EN -> en;
      case SW -> sw;
      case FR -> fr;
    };
  }

  @Test
  void aNameThatNeedsLongLettersKeepsThemWhereTheyFit() {
    Contract contract = ContractFixture.ofTwo();
    String text = TermsText.of(
        SmsTexts.in(Language.EN),
        contract,
        ContractFixture.version(
            contract,
            ContractFixture.terms(
                "ETB", "{\"product\": \"\u1324\u134D\", \"total_amount\": 500}")));

    assertThat(text).contains(": \u1324\u134D, ETB 500. Reply");
  }

  @Test
  void whereTheyDoNotFitTheDeadlineGoesFirstAndThenTheLetters() {
    Contract contract = ContractFixture.ofTwo();
    SmsTexts texts = SmsTexts.in(Language.EN);

    assertThat(TermsText.of(
            texts,
            contract,
            ContractFixture.version(
                contract,
                terms(
                    "Ny\u0254ng\u00EA ya \u0254",
                    "kg",
                    "2026-12-31 noon",
                    BigDecimal.ONE,
                    BigDecimal.TEN,
                    "KES"))))
        .contains(": 1 kg Ny\u0254ng\u00EA ya \u0254, KES 10. Reply");
    assertThat(TermsText.of(
            texts,
            contract,
            ContractFixture.version(
                contract,
                terms(
                    "Ny\u0254ng\u00EA ya \u0254",
                    "gunias kubwa",
                    "2026-12-31",
                    new BigDecimal("123456.5"),
                    new BigDecimal("123456789"),
                    "KES"))))
        .contains(": 123456.5 gunias kubwa Nyonge ya o, KES 123,456,789, by 2026-12-31. Reply");
  }

  @Test
  void frenchAmountsAreWrittenAsTheFrenchDo() {
    Contract contract = ContractFixture.ofTwo();

    assertThat(TermsText.of(
            SmsTexts.in(Language.FR),
            contract,
            ContractFixture.version(
                contract,
                ContractFixture.terms(
                    "EUR", "{\"product\": \"Mil\", \"total_amount\": 1350000.5}"))))
        .isEqualTo(
            "VoicePact AG-2026-000123: Mil, 1 350 000,50 EUR."
                + " R\u00E9pondez OUI-AG-2026-000123 pour accepter ou NON-AG-2026-000123 pour refuser.");
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.of("p", "W", "{", "\u20AC", " ")
            .list()
            .ofMinSize(1)
            .ofMaxSize(200)
            .map(TermsTextTest::joined),
        Arbitraries.of("\u1293", "\uD83C\uDF3D", "\u0254", "\u00E7", "a", " ")
            .list()
            .ofMinSize(1)
            .ofMaxSize(200)
            .map(TermsTextTest::joined),
        Arbitraries.of(
            "p".repeat(200), "\u1293".repeat(200), "\uD83C\uDF3D".repeat(100), "[".repeat(200)));
  }

  private static String joined(List<String> letters) {
    return String.join("", letters);
  }

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.of("1", "100", "0.5", "999999999999999.999999999999").map(BigDecimal::new);
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.of("0", "350000", "999999999999999").map(BigDecimal::new);
  }

  @Provide
  Arbitrary<String> currencies() {
    return Arbitraries.of("KES", "UGX", "TND");
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.of("AG-2026-000123", "VC-9999-999999999999");
  }
}
