package org.voicepact.evidence.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voicepact.evidence.entity.CertificateContent;
import org.voicepact.evidence.entity.CertificateContent.Column;
import org.voicepact.evidence.entity.CertificateContent.Fingerprint;
import org.voicepact.evidence.entity.CertificateContent.Link;
import org.voicepact.evidence.entity.CertificateContent.Note;
import org.voicepact.evidence.entity.CertificateContent.Table;
import org.voicepact.platform.entity.Language;

/** Contents of certificates for tests. */
final class Papers {

  static final String HASH = "1a2b3c4d5e6f70819203a4b5c6d7e8f9".repeat(2);
  static final String ADDRESS = "https://pact.example.org/verify/AG-2026-000123/" + HASH;
  static final String MISSING = "□ stands for a letter that is missing";
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private Papers() {}

  static CertificateContent usual() {
    return of(
        Optional.empty(),
        List.of(
            List.of("Seller", "Wanjiku Kamau", "•••• 5678"),
            List.of("Buyer", "Otieno Odhiambo", "•••• 0111")),
        List.of(List.of("Product", "Maize, grade 1"), List.of("Total amount", "KES 350,000.00")));
  }

  static CertificateContent named(String name) {
    return of(
        Optional.empty(),
        List.of(List.of("Seller", name, "•••• 5678")),
        List.of(List.of("Product", name)));
  }

  static CertificateContent draft() {
    CertificateContent usual = usual();
    return of(
        Optional.of("DRAFT"),
        usual.tables().get(0).rows(),
        usual.tables().get(1).rows());
  }

  static CertificateContent of(
      Optional<String> watermark, List<List<String>> parties, List<List<String>> terms) {
    return new CertificateContent(
        "AG-2026-000123",
        Language.EN,
        NOON,
        "Certificate of contract",
        watermark,
        List.of(List.of("Contract", "AG-2026-000123"), List.of("Status", "Confirmed")),
        new Link(ADDRESS, "Scan the code."),
        List.of(
            new Table(
                "Parties",
                false,
                List.of(
                    new Column("Role", 18, 1),
                    new Column("Name", 62, 4),
                    new Column("Phone", 20, 1)),
                parties,
                "",
                "… and {0} more parties"),
            new Table(
                "What was agreed",
                true,
                List.of(new Column("", 30, 3), new Column("", 70, 10)),
                terms,
                "Nothing is written down.",
                "… and {0} more terms"),
            new Table(
                "Answers",
                false,
                List.of(new Column("Who", 50, 2), new Column("Proof", 50, 2)),
                parties.stream()
                    .map(party -> List.of(party.get(1), "not proven"))
                    .toList(),
                "Nobody has answered yet.",
                "… and {0} more answers")),
        new Fingerprint("Fingerprint", "blake2b-256", HASH),
        List.of(
            new Note("What this says", "VoicePact recorded these answers."),
            new Note("How to check it", "Look into the attached file.")),
        "Page {0} of {1}",
        MISSING);
  }
}
