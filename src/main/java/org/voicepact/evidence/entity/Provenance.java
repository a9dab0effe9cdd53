package org.voicepact.evidence.entity;

import java.util.Optional;

/**
 * How an act came in, as far as it belongs to the evidence.
 *
 * @param messageId the gateway's id of the message, where there was one
 * @param text the text as it was stored, where there was one; only a keyed digest of it is kept in the
 *     evidence
 * @param by the operator who did it in the party's name, where it was one
 */
public record Provenance(
    Channel channel,
    Assurance assurance,
    Optional<String> messageId,
    Optional<String> text,
    Optional<Actor> by) {

  /** An act of the party itself, as far as that is known. */
  public Provenance(
      Channel channel, Assurance assurance, Optional<String> messageId, Optional<String> text) {
    this(channel, assurance, messageId, text, Optional.empty());
  }

  /**
   * Whether the party has shown to hold the number's phone: by a code or a token, or on the line itself, where what it
   * typed was shown to that phone alone.
   */
  public boolean provesPhone() {
    return assurance.provesPhone() || (channel == Channel.USSD && assurance == Assurance.GATEWAY);
  }

  /** An act by REST. */
  public static Provenance byRest(Assurance assurance) {
    return new Provenance(Channel.REST, assurance, Optional.empty(), Optional.empty());
  }

  /** What an operator did by REST in a party's name. */
  public static Provenance byOperator(Actor operator) {
    return new Provenance(
        Channel.REST,
        Assurance.OPERATOR,
        Optional.empty(),
        Optional.empty(),
        Optional.of(operator));
  }
}
