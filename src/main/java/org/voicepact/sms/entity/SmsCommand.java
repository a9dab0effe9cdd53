package org.voicepact.sms.entity;

import java.math.BigDecimal;
import java.util.Optional;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.platform.entity.Language;

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
   * The seller says that something was delivered.
   *
   * @param quantity all that is still owed where it is empty
   * @param unit the word behind the quantity
   */
  record Deliver(ContractId contract, Optional<BigDecimal> quantity, Optional<String> unit)
      implements SmsCommand {}

  /**
   * The buyer accepts a delivery.
   *
   * @param claim its number; the code of the first one names none
   */
  record Accept(ContractId contract, int claim) implements SmsCommand {}

  /**
   * Something is wrong.
   *
   * @param reason in the sender's own words
   */
  record Dispute(ContractId contract, String reason) implements SmsCommand {}

  /** Something about a delivery of which only the contract is clear. */
  record Unclear(Matter matter, ContractId contract) implements SmsCommand {}

  /** What an unclear text is about. */
  enum Matter {
    /** It was delivered, and there are other words than a quantity. */
    DELIVERY,
    /** It is accepted, and there are other words, which may be a condition. */
    ACCEPTANCE,
    /** Something is wrong, but not what. */
    DISPUTE
  }

  /** How far a contract has come. */
  record Status(ContractId contract) implements SmsCommand {}

  /** Which contracts there are for the sender. */
  record ListContracts() implements SmsCommand {}

  /** Which commands there are. */
  record Help() implements SmsCommand {}

  /** No more messages but answers. */
  record Stop() implements SmsCommand {}

  /** All messages again. */
  record Start() implements SmsCommand {}

  /**
   * Another language.
   *
   * @param language empty where it is none that we have, or none is named
   */
  record ChooseLanguage(Optional<Language> language) implements SmsCommand {}

  /** A one-time code comes back. */
  record EnterCode(String digits) implements SmsCommand {

    /** Without the code, so that none gets into a log by accident. */
    @Override
    public String toString() {
      return "EnterCode";
    }
  }

  /**
   * Anything else.
   *
   * @param contract the first that is named in it
   */
  record NotUnderstood(Optional<ContractId> contract) implements SmsCommand {}
}
