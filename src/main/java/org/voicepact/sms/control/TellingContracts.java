package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.platform.entity.PhoneNumber;

/** Tells a person of their contracts. Of others they learn no more than of those that do not exist. */
@Singleton
public class TellingContracts {

  /** No more of them go into two segments. */
  private static final int MOST_LISTED = 20;

  private final Contracts contracts;
  private final PersonTexts texts;
  private final Outbox outbox;

  @Inject
  public TellingContracts(Contracts contracts, PersonTexts texts, Outbox outbox) {
    this.contracts = contracts;
    this.texts = texts;
    this.outbox = outbox;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void status(ContractId id, PhoneNumber asking) {
    outbox.answer(asking, status(asking, id), Optional.of(id));
  }

  private String status(PhoneNumber asking, ContractId id) {
    try {
      Contract contract = contracts.view(id).contract();
      return texts.of(asking, contract).status(contract, contract.party(asking));
    } catch (ContractRefusal unknown) {
      return texts.of(asking).notYours(id.value());
    }
  }

  /** Those that are not over, the newest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  void list(PhoneNumber asking) {
    List<SmsTexts.Listed> newest = contracts.openOf(asking, MOST_LISTED).stream()
        .map(contract -> new SmsTexts.Listed(contract.id().value(), contract.status()))
        .toList();
    long all = newest.size() < MOST_LISTED ? newest.size() : contracts.countOpenOf(asking);
    outbox.answer(asking, texts.of(asking).list(newest, all), Optional.empty());
  }
}
