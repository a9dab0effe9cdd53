package org.voicepact.contract.boundary;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.access.boundary.CodeSent;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.access.boundary.RequestLimits;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.access.entity.Limited;
import org.voicepact.contract.control.ProvingParty;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.control.ProvingParty.Proven;
import org.voicepact.contract.control.RefusedActs;
import org.voicepact.contract.entity.ActRefused;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.TooManyRequests;

/** Carries out what a call does in a party's name, once that is proved. */
@Singleton
public class PartyActs {

  private final CurrentCaller current;
  private final RequestLimits limits;
  private final ProvingParty proving;
  private final RefusedActs refused;
  private final Event<ActRefused> strangerRefused;

  @Inject
  public PartyActs(
      CurrentCaller current,
      RequestLimits limits,
      ProvingParty proving,
      RefusedActs refused,
      Event<ActRefused> strangerRefused) {
    this.current = current;
    this.limits = limits;
    this.proving = proving;
    this.refused = refused;
    this.strangerRefused = strangerRefused;
  }

  /**
   * @param act makes the answer of a call that is proved
   * @return that answer, or 202 where a code is needed first
   */
  Response carryOut(String contractId, Action action, Claim claim, Function<Proven, Response> act) {
    limits.countNumber(Limited.CONFIRM, claim.phone());
    ContractId contract = ContractResource.existing(contractId);
    Provenance how = Provenance.byRest(Assurance.CLAIMED);
    try {
      Optional<Proven> proven = proving.prove(current.get(), contract, action, claim);
      how = proven.map(Proven::how).orElse(how);
      return proven.map(act).orElseGet(CodeSent::response);
    } catch (ContractRefusal | AccessRefusal | TooManyRequests refusal) {
      record(new ActRefused(contract, action, claim.phone(), refusal), how);
      throw refusal;
    }
  }

  private void record(ActRefused event, Provenance how) {
    if (how.assurance().isHearsay()) {
      strangerRefused.fireAsync(event);
    } else {
      refused.record(event.contract(), event.act(), event.phone(), how, event.refusal());
    }
  }
}
