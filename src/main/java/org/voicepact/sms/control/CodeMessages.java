package org.voicepact.sms.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.voicepact.access.control.CodeDelivery;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.entity.OutboundMessage;

/** Brings one-time codes by SMS. */
@Singleton
public class CodeMessages implements CodeDelivery {

  private final Outbox outbox;
  private final SealingCodes codes;
  private final PersonLanguages languages;

  @Inject
  public CodeMessages(Outbox outbox, SealingCodes codes, PersonLanguages languages) {
    this.outbox = outbox;
    this.codes = codes;
    this.languages = languages;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void deliver(PhoneNumber phone, CodePurpose purpose, String code) {
    outbox.code(
        phone,
        SmsTexts.in(languages.of(phone)).code(purpose, OutboundMessage.CODE_PLACE),
        codes.seal(phone, code),
        purpose.contractId());
  }
}
