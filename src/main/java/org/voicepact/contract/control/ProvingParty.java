package org.voicepact.contract.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.voicepact.access.control.AccessSettings;
import org.voicepact.access.control.NamingCaller;
import org.voicepact.access.control.OneTimeCodes;
import org.voicepact.access.control.Probing;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.CodeWanted;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;

/**
 * Decides whether a call by REST may act in the name of a party: by the party's token, by a code that was sent to
 * its number, or, where the installation is content with that, because it names the number.
 */
@Singleton
public class ProvingParty {

  private final AccessSettings settings;
  private final Contracts contracts;
  private final Probing probing;
  private final OneTimeCodes codes;
  private final NamingCaller naming;
  private final Event<CodeWanted> codeWanted;

  @Inject
  public ProvingParty(
      AccessSettings settings,
      Contracts contracts,
      Probing probing,
      OneTimeCodes codes,
      NamingCaller naming,
      Event<CodeWanted> codeWanted) {
    this.settings = settings;
    this.contracts = contracts;
    this.probing = probing;
    this.codes = codes;
    this.naming = naming;
    this.codeWanted = codeWanted;
  }

  /**
   * What a call claims.
   *
   * @param phone in whose name it acts
   * @param version the version that is acted on, where one is named
   * @param code the code that was sent to the phone, where one is named
   */
  public record Claim(PhoneNumber phone, Optional<Integer> version, Optional<String> code) {

    /** Without the code, so that none gets into a log by accident. */
    @Override
    public String toString() {
      return phone + (code.isPresent() ? " with a code" : "");
    }
  }

  /**
   * A claim that is good enough.
   *
   * @param version the version that the act is about; empty where it was neither named nor proved
   * @param how by which the act comes in
   */
  public record Proven(PhoneNumber phone, Optional<Integer> version, Provenance how) {}

  /**
   * @return empty where a code is needed first; it was asked for, and nothing may be changed
   * @throws ContractRefusal where there is no such contract of this number; the same, in the same time, whichever of
   *     the two is unknown
   * @throws AccessRefusal where the code is wrong, or the token is another number's
   * @throws org.voicepact.platform.entity.TooManyRequests where too many claims were wrong before
   */
  public Optional<Proven> prove(Caller caller, ContractId contract, Action action, Claim claim) {
    if (caller.phone().isPresent()) {
      return Optional.of(byToken(caller.phone().get(), contract, claim));
    }
    if (!settings.codesAreAsked() && !action.alwaysNeedsCode()) {
      return Optional.of(byNumber(caller, contract, claim));
    }
    if (claim.code().isEmpty()) {
      codeWanted.fireAsync(new CodeWanted(claim.phone(), action, Optional.of(contract.value())));
      return Optional.empty();
    }
    return Optional.of(byCode(contract, action, claim, claim.code().get()));
  }

  private Proven byToken(PhoneNumber owner, ContractId contract, Claim claim) {
    if (!owner.equals(claim.phone())) {
      throw AccessRefusal.otherNumber();
    }
    contracts.currentVersionFor(contract, owner).orElseThrow(ProvingParty::notAParty);
    return new Proven(owner, claim.version(), Provenance.byRest(Assurance.TOKEN));
  }

  private Proven byNumber(Caller caller, ContractId contract, Claim claim) {
    probing
        .attempt(
            contract.value(),
            claim.phone(),
            () -> contracts.currentVersionFor(contract, claim.phone()))
        .orElseThrow(ProvingParty::notAParty);
    Provenance how = caller.kind() == Caller.Kind.OPERATOR
        ? Provenance.byOperator(naming.name(caller))
        : Provenance.byRest(Assurance.CLAIMED);
    return new Proven(claim.phone(), claim.version(), how);
  }

  private Proven byCode(ContractId contract, Action action, Claim claim, String code) {
    int version = probing
        .attempt(contract.value(), claim.phone(), () -> {
          Optional<Integer> current = contracts.currentVersionFor(contract, claim.phone());
          int meant =
              current.map(number -> claim.version().orElse(number)).orElse(CodePurpose.NO_VERSION);
          CodePurpose purpose = CodePurpose.of(action, contract.value(), meant);
          boolean right = codes.use(claim.phone(), purpose, code);
          return Optional.of(meant).filter(any -> right && current.isPresent());
        })
        .orElseThrow(AccessRefusal::invalidCode);
    return new Proven(claim.phone(), Optional.of(version), Provenance.byRest(Assurance.OTP));
  }

  private static ContractRefusal notAParty() {
    return new ContractRefusal(Reason.NOT_A_PARTY);
  }
}
