package org.voicepact.payment.entity;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.platform.entity.WireValue;

/**
 * What a notice of a provider says. Only what this provider's notices carry is there, and each of it must match.
 *
 * @param instructionId ours, where the notice carries it
 * @param providerReference of the instruction
 * @param answers what it is an answer to; else it is only told
 * @param receipt the provider's number of the movement
 * @param currency an ISO 4217 code, as it stands there
 * @param reason where it failed, in the provider's words
 */
public record ProviderNotice(
    Optional<String> instructionId,
    Optional<String> providerReference,
    Claim claim,
    Answers answers,
    Optional<String> receipt,
    Optional<BigDecimal> amount,
    Optional<String> currency,
    Optional<PhoneNumber> phone,
    Optional<String> reason) {

  /** What it answers, where it comes to the address that was made for that. */
  public enum Answers {
    NOTHING,
    /** What we asked. */
    QUESTION,
    /** What we told: that it was turned down. */
    INSTRUCTION
  }

  /** What it says became of the instruction. */
  public enum Claim implements WireValue {
    SUCCEEDED,
    FAILED,
    /** Neither, as that the provider gave up for now. */
    UNCLEAR;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
