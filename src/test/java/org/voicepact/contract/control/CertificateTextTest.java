package org.voicepact.contract.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voicepact.contract.entity.ContractFixture.NOON;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractFixture;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Delivery.Claimed;
import org.voicepact.contract.entity.Dispute.Decision;
import org.voicepact.contract.entity.Fulfilment;
import org.voicepact.contract.entity.Outcome;
import org.voicepact.evidence.control.Certificates;
import org.voicepact.evidence.control.DrawingCertificate;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.CertificateContent;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Particulars;
import org.voicepact.evidence.entity.RecordedAnswer;
import org.voicepact.evidence.entity.Statement;
import org.voicepact.platform.entity.Language;

class CertificateTextTest {

  private static final URI PAGE = URI.create("https://pact.example.org/verify/AG-2026-000123");
  private static final String TERMS = """
      {"delivery_location": "Nakuru", "inspection": {"days": 3.50, "by": ["the buyer", "a witness"]},
       "product": "Maize, grade 1", "quantity": 1000.5, "unit": "bags of 90 kg", "unit_price": 3500.00,
       "total_amount": 350000.00, "upfront_payment": 0.50, "delivery_deadline": "2026-12-31",
       "quality_requirements": "Moisture below 13.5 %", "lots": [{"id": 1}, {"id": 2}], "organic": true}""";

  private static final RecordedAnswer BY_SMS =
      answer("commitment-0", Channel.SMS, Assurance.GATEWAY);
  private static final RecordedAnswer BY_REST =
      answer("commitment-1", Channel.REST, Assurance.CLAIMED);

  private static RecordedAnswer answer(String party, Channel channel, Assurance assurance) {
    return new RecordedAnswer(
        Statement.Type.CONFIRMATION,
        1,
        party,
        channel,
        assurance,
        NOON.plusSeconds(600),
        Particulars.NONE);
  }

  private static CertificateContent content(
      Contract contract, Language language, RecordedAnswer... answers) {
    ContractVersion version =
        ContractFixture.version(contract, ContractFixture.terms("KES", TERMS));
    return new CertificateText(
            new ContractView(contract, version), List.of(answers), language, NOON.plusSeconds(3600))
        .content(PAGE);
  }

  private static List<List<String>> rows(CertificateContent content, int table) {
    return content.tables().get(table).rows();
  }

  @Test
  void theFactsComeFirst() {
    CertificateContent content = content(ContractFixture.confirmed(), Language.EN);

    assertThat(content.facts())
        .containsExactly(
            List.of("Contract", "AG-2026-000123"),
            List.of("Kind", "Agricultural supply"),
            List.of("Version", "1"),
            List.of("Status", "Confirmed by all parties"),
            List.of("Made", "24 November 2026, 12:00 UTC"),
            List.of("Confirmed", "24 November 2026, 12:00 UTC"),
            List.of("As of", "24 November 2026, 13:00 UTC"));
    assertThat(content.link().url())
        .isEqualTo(PAGE + "/" + content.fingerprint().hash())
        .matches(".*/[0-9a-f]{64}");
    assertThat(content.fingerprint().algorithm()).startsWith("blake2b-256 ");
  }

  @Test
  void ofPhonesOnlyTheLastDigitsAreThere() {
    assertThat(rows(content(ContractFixture.ofThree(), Language.EN), 0))
        .containsExactly(
            List.of("Seller", "Party 0", "•••• 0101"),
            List.of("Buyer", "Party 1", "•••• 0102"),
            List.of("Witness", "Party 2", "•••• 0103"));
  }

  @Test
  void knownTermsComeFirstAndFreeOnesWithTheirNames() {
    assertThat(rows(content(ContractFixture.ofTwo(), Language.EN), 1))
        .containsExactly(
            List.of("Product", "Maize, grade 1"),
            List.of("Quantity", "1,000.5 bags of 90 kg"),
            List.of("Price per unit", "KES 3,500.00"),
            List.of("Total amount", "KES 350,000.00"),
            List.of("Paid in advance", "KES 0.50"),
            List.of("Delivery to", "Nakuru"),
            List.of("Delivery by", "2026-12-31"),
            List.of("Quality", "Moisture below 13.5 %"),
            List.of("inspection / days", "3.5"),
            List.of("inspection / by", "the buyer; a witness"),
            List.of("lots / 1 / id", "1"),
            List.of("lots / 2 / id", "2"),
            List.of("organic", "yes"));
  }

  @Test
  void eachAnswerSaysHowItCameAndHowFarItIsProved() {
    assertThat(rows(content(ContractFixture.ofThree(), Language.EN, BY_SMS, BY_REST), 2))
        .containsExactly(
            List.of(
                "Seller, Party 0",
                "Yes",
                "24 November 2026, 12:10 UTC",
                "SMS",
                "came from the number, by the telephone gateway"),
            List.of(
                "Buyer, Party 1", "Yes", "24 November 2026, 12:10 UTC", "Internet", "not proven"),
            List.of("Witness, Party 2", "–", "no answer yet", "", ""));
    assertThat(rows(content(ContractFixture.ofThree(), Language.EN), 2)).isEmpty();
  }

  private static RecordedAnswer act(
      Statement.Type type, String party, Particulars particulars, long after) {
    return new RecordedAnswer(
        type, 1, party, Channel.REST, Assurance.OTP, NOON.plusSeconds(after), particulars);
  }

  /** With a delivery that was accepted silently, and a dispute that an administrator decided. */
  private static Contract carriedOut() {
    Contract contract = ContractFixture.active();
    Fulfilment fulfilment = contract.fulfilment();
    Claimed part = new Claimed(Optional.of(new BigDecimal("40")), Optional.of("by lorry"));
    fulfilment.claim(
        ContractFixture.SELLER,
        Optional.empty(),
        part,
        Optional.empty(),
        () -> true,
        NOON.plusSeconds(600));
    fulfilment.noticeSent(1, NOON.plusSeconds(600), Duration.ofSeconds(60));
    fulfilment.acceptSilently(NOON.plusSeconds(660));
    fulfilment.dispute(
        ContractFixture.BUYER, Optional.empty(), "it was wet", NOON.plusSeconds(720));
    fulfilment.resolveByOperator(
        Optional.empty(), new Decision(Outcome.CANCELLED, "it was"), NOON.plusSeconds(780));
    return contract;
  }

  private static RecordedAnswer[] statementsOf(Contract carriedOut) {
    return new RecordedAnswer[] {
      BY_SMS,
      act(Statement.Type.DELIVERY, "commitment-0", Particulars.delivery(1, Optional.of("40")), 600),
      act(Statement.Type.DISPUTE, "commitment-1", Particulars.NONE, 720)
    };
  }

  @Test
  void howItWasCarriedOutStandsInATableOfItsOwnWithoutWhatPeopleSaid() {
    Contract contract = carriedOut();
    CertificateContent content = content(contract, Language.EN, statementsOf(contract));
    String code = "with a code that was sent to the number";

    assertThat(rows(content, 2)).hasSize(4).extracting(row -> row.get(1)).containsOnly("Yes", "–");
    assertThat(rows(content, 3))
        .containsExactly(
            List.of(
                "Seller, Party 0",
                "Delivery 1 claimed: 40 bags of 90 kg",
                "24 November 2026, 12:10 UTC",
                "Internet",
                code),
            List.of(
                "–",
                "Delivery 1 counts as accepted, because the buyer was told and did not answer: 40 bags of 90 kg",
                "24 November 2026, 12:11 UTC",
                "",
                ""),
            List.of(
                "Buyer, Party 1",
                "Said that something is wrong",
                "24 November 2026, 12:12 UTC",
                "Internet",
                code),
            List.of(
                "Operator of this VoicePact",
                "Decided the dispute: cancelled",
                "24 November 2026, 12:13 UTC",
                "Internet",
                ""));
    assertThat(content(ContractFixture.active(), Language.EN, BY_SMS).tables()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachActHasItsWordsInEachLanguage(Language language) {
    Particulars all = Particulars.delivery(2, Optional.empty());
    CertificateContent content = content(
        ContractFixture.active(),
        language,
        act(Statement.Type.DELIVERY, "commitment-0", all, 1),
        act(Statement.Type.ACCEPTANCE, "commitment-1", all, 2),
        act(Statement.Type.DISPUTE, "commitment-1", Particulars.NONE, 3),
        act(Statement.Type.RESOLUTION, "commitment-3", Particulars.outcome("completed"), 4),
        act(Statement.Type.RESOLUTION, "commitment-3", Particulars.outcome("cancelled"), 5));

    assertThat(rows(content, 3)).hasSize(5).extracting(row -> row.get(1)).doesNotHaveDuplicates();
    Contract contract = carriedOut();
    byte[] pdf = new DrawingCertificate()
        .draw(content(contract, language, statementsOf(contract)), new byte[] {'{', '}'});
    assertThat(Certificates.text(pdf)).contains("40").doesNotContain("…", "wet", "lorry");
  }

  @Test
  void onlyAContractInForceIsWithoutAWordAcrossThePage() {
    assertThat(content(ContractFixture.ofTwo(), Language.SW).watermark()).contains("RASIMU");
    assertThat(content(ContractFixture.confirmed(), Language.SW).watermark()).isEmpty();
    assertThat(content(ContractFixture.declined(), Language.FR).watermark()).contains("ANNULÉ");
    assertThat(content(ContractFixture.expired(), Language.EN).watermark()).contains("EXPIRED");
  }

  @Test
  void amountsAreWrittenAsTheLanguageDoes() {
    assertThat(rows(content(ContractFixture.ofTwo(), Language.FR), 1))
        .contains(List.of("Montant total", "350\u00A0000,00\u00A0KES"))
        .contains(List.of("Quantité", "1\u00A0000,5 bags of 90 kg"));
    assertThat(rows(content(ContractFixture.ofTwo(), Language.SW), 1))
        .contains(List.of("Jumla ya malipo", "KES 350,000.00"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void onPaperAllOfItCanBeReadInEachLanguage(Language language) {
    CertificateContent content = content(ContractFixture.ofThree(), language, BY_SMS, BY_REST);
    byte[] pdf = new DrawingCertificate().draw(content, new byte[] {'{', '}'});

    assertThat(Certificates.faultsAsArchive(pdf)).isEmpty();
    assertThat(Certificates.qrCode(pdf)).isEqualTo(content.link().url());
    String text = Certificates.text(pdf);
    content.values().forEach(value -> assertThat(text).contains(value.split("[ \u00A0]")));
    content
        .notes()
        .forEach(note -> assertThat(text).contains(note.heading(), lastWord(note.text())));
    assertThat(text)
        .contains(
            content.title(), content.link().caption(), content.fingerprint().heading())
        .doesNotContain("…", "□")
        .doesNotContain(ContractFixture.SELLER.e164(), ContractFixture.BUYER.masked(), "712000");
    assertThat(text).contains(content.watermark().orElseThrow());
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' '));
  }
}
