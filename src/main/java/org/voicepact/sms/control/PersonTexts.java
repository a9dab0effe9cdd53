package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.platform.entity.PhoneNumber;

/** Has the words for a person: in their language, and with care where they have never heard of us. */
@Singleton
public class PersonTexts {

  private final PersonLanguages languages;
  private final EntityManager entities;

  @Inject
  public PersonTexts(PersonLanguages languages, EntityManager entities) {
    this.languages = languages;
    this.entities = entities;
  }

  /** For what is about no contract. */
  SmsTexts of(PhoneNumber phone) {
    return SmsTexts.in(languages.of(phone));
  }

  /** For what is about a contract. */
  SmsTexts of(PhoneNumber phone, Contract contract) {
    return SmsTexts.in(languages.of(phone, contract));
  }

  /** What asks a party for an answer. */
  @Transactional(Transactional.TxType.MANDATORY)
  String terms(PhoneNumber phone, Contract contract, ContractVersion version) {
    SmsTexts texts = of(phone, contract);
    String text = TermsText.of(texts, contract, version);
    String careful = TermsText.first(texts, contract, version);
    return careful.equals(text) || knowsUs(phone) ? text : careful;
  }

  private boolean knowsUs(PhoneNumber phone) {
    return has("SELECT m.id FROM OutboundMessage m WHERE m.phone = :phone", phone)
        || has("SELECT m.id FROM InboundMessage m WHERE m.senderPhone = :phone", phone);
  }

  private boolean has(String messages, PhoneNumber phone) {
    return !entities
        .createQuery(messages, Long.class)
        .setParameter("phone", phone.e164())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
