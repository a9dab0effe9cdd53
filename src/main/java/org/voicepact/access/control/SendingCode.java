package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.access.entity.CodeWanted;
import org.voicepact.platform.entity.PhoneNumber;

/** Sends a code to a number, if it is that of a party and was not sent too many. */
@Singleton
public class SendingCode {

  private final PartyNumbers parties;
  private final OneTimeCodes codes;
  private final CodeDelivery delivery;

  @Inject
  public SendingCode(PartyNumbers parties, OneTimeCodes codes, CodeDelivery delivery) {
    this.parties = parties;
    this.codes = codes;
    this.delivery = delivery;
  }

  /** A code is made in any case, so that one who tries codes learns nothing from how long that takes. */
  @Transactional
  public void send(CodeWanted wanted) {
    PhoneNumber phone = wanted.phone();
    Optional<CodePurpose> sendable = purpose(wanted);
    if (sendable.isEmpty()) {
      codes.pretend(phone, CodePurpose.decoy(wanted));
      return;
    }
    CodePurpose purpose = sendable.get();
    codes.issue(phone, purpose).ifPresent(code -> delivery.deliver(phone, purpose, code));
  }

  private Optional<CodePurpose> purpose(CodeWanted wanted) {
    if (wanted.contractId().isEmpty()) {
      return Optional.of(CodePurpose.signIn()).filter(any -> parties.isParty(wanted.phone()));
    }
    String contract = wanted.contractId().get();
    return parties
        .versionFor(wanted.action(), contract, wanted.phone())
        .map(version -> CodePurpose.of(wanted.action(), contract, version));
  }
}
