package org.voicepact.contract.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.access.entity.CodePurpose.Action;
import org.voicepact.contract.control.ContractView;
import org.voicepact.contract.control.Contracts;
import org.voicepact.contract.control.Expected;
import org.voicepact.contract.control.ProvingParty.Claim;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.evidence.entity.Provenance;
import org.voicepact.platform.entity.PhoneNumber;

/** Carries out what a call does to a contract that is in force, and answers with the contract. */
@Singleton
public class FulfilmentActs {

  private final PartyActs acts;
  private final Contracts contracts;
  private final Visibility visibility;

  @Inject
  public FulfilmentActs(PartyActs acts, Contracts contracts, Visibility visibility) {
    this.acts = acts;
    this.contracts = contracts;
    this.visibility = visibility;
  }

  /** What a use case does in a party's name. */
  @FunctionalInterface
  interface Act {
    void carryOut(ContractId contract, PhoneNumber phone, Expected expected, Provenance how);
  }

  /**
   * @param ifMatch the value of {@code If-Match}, or null
   * @return the contract, or 202 where a code is needed first
   */
  Response carryOut(String id, Action action, Claim claim, String ifMatch, Act act) {
    return acts.carryOut(id, action, claim, proven -> {
      ContractId contract = ContractResource.existing(id);
      act.carryOut(
          contract,
          proven.phone(),
          new Expected(proven.version(), Optional.ofNullable(ifMatch)),
          proven.how());
      return answer(contract, visibility.numbersFor(proven.phone()));
    });
  }

  /** The contract with its numbers masked. */
  Response answer(ContractId contract) {
    return answer(contract, visibility.numbers(contract, Optional.empty()));
  }

  private Response answer(ContractId contract, Function<PhoneNumber, String> phone) {
    ContractView view = contracts.view(contract);
    return Response.ok(ContractRepresentation.of(view, phone))
        .tag(ContractResource.tag(view.contract()))
        .build();
  }
}
