package org.voicepact.evidence.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voicepact.evidence.entity.CertificateContent;

class DrawingCertificateTest {

  private static final byte[] PROOF =
      "{\"type\":\"voicepact/proof/1\"}".getBytes(StandardCharsets.UTF_8);
  private static final String GROUPS = Papers.HASH.replaceAll("(.{4})", "$1 ");

  private static byte[] draw(CertificateContent content) {
    return new DrawingCertificate().draw(content, PROOF);
  }

  @Test
  void allThatItSaysCanBeRead() {
    byte[] pdf = draw(Papers.usual());

    assertThat(Certificates.pages(pdf)).isEqualTo(1);
    assertThat(Certificates.text(pdf))
        .contains(
            "Certificate of contract",
            "Contract AG-2026-000123",
            "Status Confirmed",
            "Seller Wanjiku Kamau •••• 5678",
            "Buyer Otieno Odhiambo •••• 0111",
            "Product Maize, grade 1",
            "Total amount KES 350,000.00",
            "Wanjiku Kamau not proven",
            "VoicePact recorded these answers.",
            "Page 1 of 1",
            GROUPS)
        .doesNotContain("□");
  }

  @Test
  void theCodeLeadsToTheAddressWithTheWholeHash() {
    assertThat(Certificates.qrCode(draw(Papers.usual()))).isEqualTo(Papers.ADDRESS);
    assertThat(Certificates.qrCode(draw(Papers.draft()))).isEqualTo(Papers.ADDRESS);
  }

  @Test
  void theProofIsInsideAsItWas() {
    assertThat(Certificates.attachment(draw(Papers.usual()), "proof-AG-2026-000123.json"))
        .isEqualTo(PROOF);
  }

  @Test
  void itIsMadeForArchives() {
    assertThat(Certificates.faultsAsArchive(draw(Papers.usual()))).isEmpty();
    assertThat(Certificates.faultsAsArchive(draw(Papers.draft()))).isEmpty();
    assertThat(Certificates.faultsAsArchive(draw(Papers.named("አበበ محمد ẹ́ 😀 👍🏽"))))
        .isEmpty();
  }

  @Test
  void itsDataSayWhatItIsAndNamesNobody() {
    assertThat(Certificates.metadata(draw(Papers.usual())))
        .contains(
            "Certificate of contract AG-2026-000123",
            "20261124120000",
            "2026-11-24T12:00:00",
            "<pdfaid:part>3</pdfaid:part>",
            "<pdfaid:conformance>B</pdfaid:conformance>")
        .doesNotContain("Wanjiku", "Otieno", "5678");
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(draw(Papers.draft()))
        .isEqualTo(draw(Papers.draft()))
        .isNotEqualTo(draw(Papers.usual()));
  }

  @Test
  void aWordAcrossThePageShowsThatItIsNotInForce() {
    assertThat(share(draw(Papers.draft()), 0xECECEC)).isGreaterThan(0.03);
    assertThat(share(draw(Papers.usual()), 0xECECEC)).isLessThan(0.001);
    assertThat(share(draw(Papers.usual()), 0xFFFFFF))
        .as("most of the paper is white, but not all")
        .isBetween(0.6, 0.99);
  }

  private static double share(byte[] pdf, int colour) {
    BufferedImage image = Certificates.image(pdf, 0);
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return IntStream.of(pixels).filter(pixel -> (pixel & 0xFFFFFF) == colour).count()
        / (double) pixels.length;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aminu Ɓala Ɗanladi Ƙasimu",
        "Kofi Ŋutsu Ɛdze Ɔbɛng",
        "Adéṣọ́lá Ọ̀ṣun Ẹ́niọlá",
        "N'Diaye Françoise Œdraogo",
        "ߒߞߏ"
      })
  void namesOfAfricaAreWrittenInTheirLetters(String name) {
    assertThat(Certificates.text(draw(Papers.named(name)))).contains(name).doesNotContain("□");
  }

  @Test
  void arabicNamesCanBeRead() {
    assertThat(Certificates.text(draw(Papers.named("محمد عبد الله"))))
        .contains("محمد عبد الله")
        .doesNotContain("□");
  }

  @ParameterizedTest
  @CsvSource({"አበበ በቂላ, □□□ □□□", "Ali 👍🏽, Ali □□", "株式会社, □□□□"})
  void lettersThatNoFontHasAreSeenToBeMissing(String name, String drawn) {
    assertThat(Certificates.text(draw(Papers.named(name))))
        .contains("Seller " + drawn + " ••••", Papers.MISSING);
  }

  @Test
  void aSignThatNoFontHasIsWrittenInLettersWhereItCanBe() {
    assertThat(Certificates.text(draw(Papers.named("90 ㎏"))))
        .contains("Seller 90 kg ••••")
        .doesNotContain("□");
  }

  @Test
  void anEmptyTableSaysSo() {
    assertThat(Certificates.text(draw(Papers.of(Optional.empty(), List.of(), List.of()))))
        .contains("Nothing is written down.", "Nobody has answered yet.");
  }

  @Test
  void twentyPartiesAndAllTheirAnswersStandOnTwoPages() {
    assertThat(Certificates.text(draw(paper(20, 22, 12, 30))))
        .doesNotContain("more parties", "more terms", "more answers");
    assertThat(Certificates.text(draw(paper(20, 23, 300, 30))))
        .containsPattern("… and [0-9]{3} more terms")
        .doesNotContain("more parties", "more answers");
  }

  @Test
  void whatIsLeftOutIsCounted() {
    String text = Certificates.text(draw(paper(2, 20, 500, 30)));

    assertThat(text).containsPattern("… and [0-9]{3} more terms").doesNotContain("more parties");
  }

  @Property(tries = 25)
  void twoPagesAlwaysHoldTheEssence(
      @ForAll @IntRange(max = 20) int parties,
      @ForAll @IntRange(min = 1, max = 100) int letters,
      @ForAll @IntRange(max = 300) int terms,
      @ForAll @IntRange(min = 1, max = 2000) int words) {
    byte[] pdf = draw(paper(parties, letters, terms, words));

    assertThat(Certificates.pages(pdf)).isLessThanOrEqualTo(2);
    assertThat(Certificates.text(pdf))
        .contains("Parties", "What was agreed", "Answers", GROUPS, "Look into the attached file.");
  }

  /**
   * @param letters of each name, the widest that there are
   * @param length of each term
   */
  private static CertificateContent paper(int parties, int letters, int terms, int length) {
    return Papers.of(
        Optional.empty(),
        IntStream.range(0, parties)
            .mapToObj(i -> List.of("Witness", "W".repeat(letters), "•••• 000" + i % 10))
            .toList(),
        IntStream.range(0, terms)
            .mapToObj(i -> List.of("term " + i, "maize ".repeat(length / 6 + 1).strip()))
            .toList());
  }
}
