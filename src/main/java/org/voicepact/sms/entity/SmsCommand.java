package org.voicepact.sms.entity;

import java.util.Optional;
import org.voicepact.contract.entity.ContractId;

/** What a person wants who sent a text. */
public sealed interface SmsCommand {

  /** What the answer to a contract is. */
  enum Answer {
    YES,
    NO
  }

  /**
   * The answer to a contract that is named.
   *
   * @param version the version that is named; the code of version 1 names none
   */
  record ToContract(Answer answer, ContractId contract, Optional<Integer> version)
      implements SmsCommand {}

  /** Just yes or no, without a contract. */
  record Plain(Answer answer) implements SmsCommand {}

  /**
   * Anything else.
   *
   * @param contract the first that is named in it
   */
  record NotUnderstood(Optional<ContractId> contract) implements SmsCommand {}
}
