package org.voicepact.contract.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.RequestLimits;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.Limited;
import org.voicepact.contract.control.ProvingParty;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.control.ProvingParty.Proven;
import org.voicepact.contract.entity.ContractId;

/** Carries out what a call does in a party's name, once that is proved. */
@Singleton
public class PartyActs {

  private final CurrentCaller current;
  private final RequestLimits limits;
  private final ProvingParty proving;

  @Inject
  public PartyActs(CurrentCaller current, RequestLimits limits, ProvingParty proving) {
    this.current = current;
    this.limits = limits;
    this.proving = proving;
  }

  /**
   * @param act makes the answer of a call that is proved
   * @return that answer, or 202 where a code is needed first
   */
  Response carryOut(String contractId, Action action, Claim claim, Function<Proven, Response> act) {
    limits.countNumber(Limited.CONFIRM, claim.phone());
    ContractId contract = ContractResource.existing(contractId);
    Optional<Proven> proven = proving.prove(current.get(), contract, action, claim);
    return proven.map(act).orElseGet(CodeSent::response);
  }
}
