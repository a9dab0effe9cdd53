package org.voicepact.payment.entity;

import java.util.Optional;

/** What a provider answered to an instruction. */
public sealed interface ProviderReply {

  /**
   * It works on it; what becomes of it is not said yet.
   *
   * @param providerReference by which it can be asked for
   */
  record Taken(Optional<String> providerReference) implements ProviderReply {}

  /**
   * It has not done it and never will.
   *
   * @param reason in a few words, without numbers of phones
   */
  record Refused(String reason) implements ProviderReply {}

  /** The call has certainly not left; it may be made again. */
  record NotCalled(String reason) implements ProviderReply {}

  /** Whether it has the instruction, nobody knows: it must be asked, and never told again. */
  record Lost(String reason) implements ProviderReply {}
}
