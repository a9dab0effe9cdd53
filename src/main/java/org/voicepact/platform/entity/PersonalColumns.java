package org.voicepact.platform.entity;

import java.util.Map;

/**
 * Every column of the database that can hold personal data of people who take part in contracts, as
 * {@code table.column}. A test holds both lists to the tables: a column of text or bytes that is in neither must be
 * known to hold none.
 */
public final class PersonalColumns {

  /** What is blanked when the personal data of a contract is erased. */
  public static final Map<String, String> ERASED = Map.ofEntries(
      Map.entry("audit_request.request_id", "a caller's own name for a request"),
      Map.entry("audit_waiting.request_id", "the same, until the entry has its place"),
      Map.entry("contract.cancel_reason", "why a party cancelled, in its own words"),
      Map.entry("contract_note.words", "what the office has noted"),
      Map.entry("delivery.note", "what a seller said about a delivery"),
      Map.entry("dispute.reason", "why a party disputed, in its own words"),
      Map.entry("dispute.grounds", "why it was decided so, in the decider's own words"),
      Map.entry("party.name", "a party's name"),
      Map.entry("party.phone", "a party's number"),
      Map.entry("party.commitment_key", "opens the commitment to name and number"),
      Map.entry("transcript.words", "the words in which the deal was made"),
      Map.entry("transcript.commitment_key", "opens the commitment to the words"),
      Map.entry("inbound_message.sender", "the sender's number, as the gateway wrote it"),
      Map.entry("inbound_message.sender_phone", "the sender's number"),
      Map.entry("inbound_message.recipient", "the number that was written to"),
      Map.entry("inbound_message.text", "what the sender wrote"),
      Map.entry("inbound_message.link_id", "the gateway's name for the sender's session"),
      Map.entry("outbound_message.phone", "the receiver's number"),
      Map.entry("outbound_message.text", "what the receiver was told"),
      Map.entry("outbound_message.sealed_code", "a one-time code that was sent to the receiver"),
      Map.entry("outbound_message.gateway_id", "by which the gateway finds number and text"),
      Map.entry("money_order.phone", "the number that pays or is paid"),
      Map.entry("money_order.failure", "why it failed, in a provider's words"),
      Map.entry("payment.phone", "the buyer's number"),
      Map.entry("payment.reason", "why it failed, or has to be looked at"),
      Map.entry("payment_approval.reason", "why somebody decided so, in that person's own words"),
      Map.entry("payment_notice.words", "what a provider told, with a number"),
      Map.entry("payout.reason", "why it was stopped or failed"),
      Map.entry("simulated_prompt.phone", "the number of a phone to try with"),
      Map.entry("simulated_prompt.callback", "where the answer of that phone goes"),
      Map.entry("ussd_step.screen", "what a caller was shown, with the name of another party"));

  /** What stays, because it is what was agreed and hashed: what a caller writes into the terms is there for good. */
  public static final Map<String, String> KEPT = Map.of(
      "contract_version.terms", "the terms, as the caller wrote them",
      "contract_version.product", "one of them, to be searched",
      "contract_version.canonical", "the same in the canonical form");

  private PersonalColumns() {}
}
