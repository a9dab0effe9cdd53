package org.voicepact.payment.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.payment.entity.PaymentRefusal;
import org.voicepact.payment.entity.PaymentRefusal.Reason;
import org.voicepact.platform.control.PhoneMasking;
import org.voicepact.platform.entity.PhoneNumber;

/** What of the payments the present caller may see. */
@Singleton
public class PaymentAccess {

  private final CurrentCaller current;
  private final Contracts contracts;
  private final PhoneMasking masking;

  @Inject
  public PaymentAccess(CurrentCaller current, Contracts contracts, PhoneMasking masking) {
    this.current = current;
    this.contracts = contracts;
    this.masking = masking;
  }

  /**
   * @throws PaymentRefusal where the caller's token is for a number that is no party's; as if there were none
   */
  void require(ContractId contract) {
    if (!sees(contract)) {
      throw new PaymentRefusal(Reason.UNKNOWN_PAYMENT);
    }
  }

  boolean sees(ContractId contract) {
    Optional<PhoneNumber> own = current.get().phone();
    return own.isEmpty() || contracts.currentVersionFor(contract, own.get()).isPresent();
  }

  /** How numbers are shown. */
  Function<PhoneNumber, String> numbers() {
    return masking.revealing(current.get().phone());
  }
}
