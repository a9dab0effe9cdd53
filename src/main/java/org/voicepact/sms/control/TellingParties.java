package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Party;
import org.voicepact.contract.entity.Role;
import org.voicepact.platform.entity.PhoneNumber;

/** Puts notices about a contract into the outbox, for each party in its own language. */
@Singleton
public class TellingParties {

  private final Outbox outbox;
  private final PersonTexts texts;

  @Inject
  public TellingParties(Outbox outbox, PersonTexts texts) {
    this.outbox = outbox;
    this.texts = texts;
  }

  /** The number of who has this role; of several the first. Empty once personal data was erased. */
  static Optional<PhoneNumber> phoneOf(Contract contract, Role role) {
    return contract.parties().stream()
        .filter(party -> party.role() == role)
        .findFirst()
        .flatMap(Party::phone);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void all(Contract contract, Function<SmsTexts, String> text) {
    contract.phones().forEach(phone -> one(phone, contract, text));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void one(PhoneNumber phone, Contract contract, Function<SmsTexts, String> text) {
    outbox.notice(phone, text.apply(texts.of(phone, contract)), contract.id().value());
  }
}
