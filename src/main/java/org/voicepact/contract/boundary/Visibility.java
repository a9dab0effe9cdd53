package org.voicepact.contract.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.control.PartyNumbers;
import org.voicepact.access.control.Probing;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Roles;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.platform.control.PhoneMasking;
import org.voicepact.platform.entity.PhoneNumber;

/** What of the contracts the present caller may see. */
@Singleton
public class Visibility {

  private final CurrentCaller current;
  private final Contracts contracts;
  private final PartyNumbers partyNumbers;
  private final Probing probing;
  private final PhoneMasking masking;

  @Inject
  public Visibility(
      CurrentCaller current,
      Contracts contracts,
      PartyNumbers partyNumbers,
      Probing probing,
      PhoneMasking masking) {
    this.current = current;
    this.contracts = contracts;
    this.partyNumbers = partyNumbers;
    this.probing = probing;
    this.masking = masking;
  }

  /** Whether the caller may see names, terms and amounts. */
  boolean isFull() {
    return current.get().may(Roles.READ) || current.get().may(Roles.PARTY);
  }

  /** Whether the caller sees some number in full without naming it: a party its own, operators all. */
  boolean isShownNumbers() {
    return current.get().phone().isPresent() || current.get().may(Roles.MESSAGES);
  }

  /**
   * @throws ContractRefusal where the caller's token is for a number that is no party's; as if there were no such contract
   */
  void require(ContractId contract) {
    Optional<PhoneNumber> own = current.get().phone();
    if (own.isPresent() && contracts.currentVersionFor(contract, own.get()).isEmpty()) {
      throw new ContractRefusal(Reason.UNKNOWN_CONTRACT);
    }
  }

  /**
   * Whose contracts a list shall hold.
   *
   * @param wanted the number that the caller asks for
   * @throws AccessRefusal where the caller's token is for another number
   * @throws org.voicepact.platform.entity.TooManyRequests where callers without a credential, or operators who are shown
   *     no numbers, have asked for too many that are nobody's and look the same when they are masked
   */
  Optional<PhoneNumber> listed(Optional<PhoneNumber> wanted) {
    Optional<PhoneNumber> own = current.get().phone();
    if (mayBeTrying() && wanted.isPresent()) {
      probing.attempt(wanted.get(), () -> Optional.of(wanted.get()).filter(partyNumbers::isParty));
    }
    if (own.isPresent() && wanted.isPresent() && !own.equals(wanted)) {
      throw AccessRefusal.otherNumber();
    }
    return own.or(() -> wanted);
  }

  private boolean mayBeTrying() {
    Caller caller = current.get();
    return caller.isAnonymous()
        || caller.kind() == Caller.Kind.OPERATOR && !caller.may(Roles.MESSAGES);
  }

  /**
   * How the numbers of a contract are shown.
   *
   * @param named the number that the caller names in full, and so sees in full, as operators who call people do with all; one who names numbers without any
   *     other proof may be trying them, so that is counted
   * @throws org.voicepact.platform.entity.TooManyRequests where too many were wrong before
   */
  Function<PhoneNumber, String> numbers(ContractId contract, Optional<PhoneNumber> named) {
    Caller caller = current.get();
    if (caller.phone().isEmpty() && named.isPresent()) {
      probing.attempt(
          contract.value(), named.get(), () -> contracts.currentVersionFor(contract, named.get()));
    }
    if (caller.may(Roles.MESSAGES)) {
      return masking.whole();
    }
    return masking.revealing(caller.phone().or(() -> named));
  }

  /** The same where the caller has proved the number already. */
  Function<PhoneNumber, String> numbersFor(PhoneNumber proven) {
    return masking.revealing(Optional.of(proven));
  }
}
