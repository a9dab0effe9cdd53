package org.voicepact.console.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.voicepact.access.boundary.CurrentCaller;
import org.voicepact.contract.boundary.ContractEvidenceResource;
import org.voicepact.contract.boundary.ContractNotesResource;
import org.voicepact.contract.boundary.ContractProofResource;
import org.voicepact.contract.boundary.ContractResource;
import org.voicepact.contract.control.ContractWords;
import org.voicepact.contract.control.RecordingReads;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.Role;
import org.voicepact.payment.boundary.ContractPaymentsResource;
import org.voicepact.platform.entity.WireValue;
import org.voicepact.sms.boundary.ContractMessagesResource;

/** All about one contract, from the operations of the API that tell of it. */
@Singleton
public class ContractPage {

  private final Pages pages;
  private final ContractResource contracts;
  private final ContractProofResource proofs;
  private final ContractEvidenceResource evidence;
  private final ContractPaymentsResource payments;
  private final ContractMessagesResource messages;
  private final ContractNotesResource notes;
  private final RecordingReads reads;
  private final CurrentCaller current;

  @Inject
  public ContractPage(
      Pages pages,
      ContractResource contracts,
      ContractProofResource proofs,
      ContractEvidenceResource evidence,
      ContractPaymentsResource payments,
      ContractMessagesResource messages,
      ContractNotesResource notes,
      RecordingReads reads,
      CurrentCaller current) {
    this.pages = pages;
    this.contracts = contracts;
    this.proofs = proofs;
    this.evidence = evidence;
    this.payments = payments;
    this.messages = messages;
    this.notes = notes;
    this.reads = reads;
    this.current = current;
  }

  Page of(String id) {
    Map<String, Object> contract = ApiData.of(contracts.show(id));
    ContractId known = ContractId.parse(id).orElseThrow();
    if (reads.isOn()) {
      reads.record(known, current.actor(), "contract");
    }
    ContractWords words = new ContractWords(pages.language());
    return pages
        .page("contract", "contracts")
        .with("contract", contract)
        .with(
            "timeline",
            Timeline.of(
                ApiData.of(proofs.audit(id)),
                ApiData.of(evidence.canonical(id, null)),
                contract,
                role -> WireValue.of(Role.class, role).map(words::role).orElse(role)))
        .with("payments", ApiData.of(payments.ofContract(id, null)))
        .with("messages", ApiData.of(messages.ofContract(id)).get("messages"))
        .with("notes", ApiData.of(notes.list(id)).get("notes"));
  }
}
