package org.voicepact.sms.control;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.platform.entity.Language;

class FirstMessageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://win.example/now",
        "HTTPS://win.example",
        "www.win.example",
        "win.example",
        "bit.ly/3xYz",
        "WIN.EXAMPLE:8080/a?b",
        "m.w\u00EDn.example#x",
        "info@win.example",
        "win\uFF0Eexample",
        "0712345678",
        "+254 712 345 678",
        "0712-345-678",
        "0712.345.678",
        "(0712) 345678",
        "\u0660\u0667\u0661\u0662\u0663\u0664\u0665",
        "1234567",
        "0712-34-56 78",
        "07.12.3456 78",
        "0712 - 345 - 678",
        "0712*345*678",
        "0712:345:678",
        "0 7 1 2 3 4 5"
      })
  void nothingToOpenAndNothingToCallIsLeft(String bait) {
    assertThat(FirstMessage.cleaned("Maize " + bait + " now").replaceAll("\\s+", " "))
        .isEqualTo("Maize now");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maize, grade 1",
        "Beans 90 kg, 2 bags",
        "No.2 e.g. yellow",
        "123456",
        "2026-12-31",
        "2026-12-31 10:30",
        "31.12.2026",
        "lot 12-34"
      })
  void whatPeopleTradeStays(String words) {
    assertThat(FirstMessage.cleaned(words)).isEqualTo(words);
  }

  @Test
  void theTermsAreToldWithoutBait() {
    Contract contract = ContractFixture.ofTwo();
    String terms = "{\"product\": \"You won! Call 0900123456 or see www.win.example\","
        + " \"quantity\": 2, \"unit\": \"bags win.example\", \"total_amount\": 12345678,"
        + " \"delivery_deadline\": \"2026-12-31\"}";

    assertThat(TermsText.first(
            SmsTexts.in(Language.EN),
            contract,
            ContractFixture.version(contract, ContractFixture.terms("KES", terms))))
        .startsWith("VoicePact AG-2026-000123: 2 bags You won! Call or see, KES 12,345,678,"
            + " by 2026-12-31. Reply");
  }

  @Test
  void aProductThatIsNothingElseIsLeftOut() {
    Contract contract = ContractFixture.ofTwo();

    assertThat(TermsText.first(
            SmsTexts.in(Language.EN),
            contract,
            ContractFixture.version(
                contract, ContractFixture.terms("KES", "{\"product\": \"0900123456\"}"))))
        .contains(": as agreed by phone. Reply");
  }

  @Property
  void noRunOfMoreThanSixDigitsIsEverLeft(@ForAll("words") String words) {
    assertThat(FirstMessage.cleaned(words)).doesNotContainPattern("\\p{Nd}{7,}");
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "0", "12", "345678", " ", "-", ".", "/", "a", "www", "\u0663", "\uFF11", "(")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
