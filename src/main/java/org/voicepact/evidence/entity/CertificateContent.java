package org.voicepact.evidence.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voicepact.platform.entity.Language;

/**
 * What stands on a certificate, in one language and ready to be printed. Lists may be longer than two pages hold; they
 * are cut where it is drawn.
 *
 * @param madeAt when it was made; the document's own dates
 * @param watermark a word across each page; empty where the contract is in force
 * @param facts the first lines, each a label and a value
 * @param page the number of a page, with {0} for it and {1} for how many there are
 * @param missing what the sign for a letter means that no font has
 */
public record CertificateContent(
    String contractId,
    Language language,
    Instant madeAt,
    String title,
    Optional<String> watermark,
    List<List<String>> facts,
    Link link,
    List<Table> tables,
    Fingerprint fingerprint,
    List<Note> notes,
    String page,
    String missing) {

  /** An address that is printed as a QR code, and what is written under it. */
  public record Link(String url, String caption) {}

  /**
   * @param isCutFirst whether rows of it are left out before rows of others are
   * @param empty what is written where there is no row
   * @param more the last line where rows are left out, with {0} for their number
   */
  public record Table(
      String heading,
      boolean isCutFirst,
      List<Column> columns,
      List<List<String>> rows,
      String empty,
      String more) {}

  /**
   * @param header empty where the column has none
   * @param share of the width of the page, in hundredths
   * @param lines that a value has at most; what is longer is cut
   */
  public record Column(String header, int share, int lines) {}

  /**
   * @param hash in lower-case hex
   */
  public record Fingerprint(String heading, String algorithm, String hash) {}

  /** A paragraph with its heading. */
  public record Note(String heading, String text) {}

  /** All words that came from people. */
  public Stream<String> values() {
    return Stream.concat(facts.stream(), tables.stream().flatMap(table -> table.rows().stream()))
        .flatMap(List::stream);
  }
}
