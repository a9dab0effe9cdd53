package org.voicepact.evidence.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The canonical form of a version of a contract, {@code voicepact/contract/1}, as far as evidence needs it.
 * docs/evidence.md has its grammar.
 *
 * @param type as {@code goods_purchase}
 * @param terms of which all values are texts, {@code true}, {@code false}, or arrays and objects of them
 * @param transcriptCommitment in hex, where the contract was made from a transcript
 */
public record ContractDocument(
    String contractId,
    long version,
    String type,
    String currency,
    Instant createdAt,
    Instant expiresAt,
    JsonNode terms,
    Optional<String> transcriptCommitment,
    List<Party> parties) {

  private static final String FORMAT = "voicepact/contract/1";
  private static final Pattern ID = Pattern.compile("(?:AG|SV|GP|LG|VC)-[0-9]{4}-[0-9]{3,12}");
  private static final Pattern TYPE =
      Pattern.compile("agricultural_supply|service_agreement|goods_purchase|logistics|other");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern ROLE = Pattern.compile("buyer|seller|mediator|witness");
  private static final Pattern QUANTITY = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9])?");
  private static final Pattern AMOUNT = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");
  private static final List<String> TEXTS =
      List.of("product", "unit", "delivery_location", "delivery_deadline", "quality_requirements");
  private static final List<String> AMOUNTS =
      List.of("unit_price", "total_amount", "upfront_payment");
  private static final int FEWEST_PARTIES = 2;
  private static final int MOST_PARTIES = 20;

  /**
   * @param role as {@code buyer}
   * @param commitment in hex
   */
  public record Party(String role, String commitment) {}

  /**
   * @throws NotThisFormat where it is no contract of this form
   */
  public static ContractDocument of(ObjectNode document) {
    Members members = Members.of(document);
    members.literal("format", FORMAT);
    checkTerms(members.object("terms"));
    ContractDocument contract = new ContractDocument(
        members.matching("contract_id", ID),
        members.number("version"),
        members.matching("contract_type", TYPE),
        members.matching("currency", CURRENCY),
        members.time("created_at"),
        members.time("expires_at"),
        document.path("terms").deepCopy(),
        members.has("transcript_commitment")
            ? Optional.of(members.hash("transcript_commitment"))
            : Optional.empty(),
        members.objects("parties", FEWEST_PARTIES, MOST_PARTIES).stream()
            .map(ContractDocument::party)
            .toList());
    members.end();
    return contract;
  }

  private static Party party(Members members) {
    Party party = new Party(members.matching("role", ROLE), members.hash("commitment"));
    members.end();
    return party;
  }

  /** Terms may have any other names, too. */
  private static void checkTerms(Members terms) {
    TEXTS.stream().filter(terms::has).forEach(terms::text);
    AMOUNTS.stream().filter(terms::has).forEach(name -> terms.matching(name, AMOUNT));
    if (terms.has("quantity")) {
      terms.matching("quantity", QUANTITY);
    }
  }
}
