package org.voicepact.contract.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractId;
import org.voicepact.contract.entity.ContractRefusal;
import org.voicepact.contract.entity.ContractRefusal.Reason;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Party;
import org.voicepact.evidence.control.ContractRecord;
import org.voicepact.evidence.control.MakingProof;
import org.voicepact.evidence.control.ReadingLog;

/** Gathers the evidence about a contract. */
@Singleton
public class ProvingContract {

  private final Contracts contracts;
  private final ReadingLog log;
  private final MakingProof making;

  @Inject
  public ProvingContract(Contracts contracts, ReadingLog log, MakingProof making) {
    this.contracts = contracts;
    this.log = log;
    this.making = making;
  }

  /**
   * What the log has about the contract.
   *
   * @throws ContractRefusal where there is no such contract, or it is older than the log
   */
  public ContractRecord record(ContractId id) {
    contracts.currentVersion(id);
    return log.about(id.value()).orElseThrow(() -> new ContractRefusal(Reason.OLDER_THAN_LOG));
  }

  /**
   * The proof file, see {@link MakingProof}.
   *
   * @param disclosed whether names, numbers and the keys of their commitments are in it, as far as they are there
   * @throws ContractRefusal where there is no such contract, or it is older than the log
   */
  public byte[] proof(ContractId id, boolean disclosed) {
    Contract contract = contracts.view(id).contract();
    Optional<ObjectNode> disclosure = Optional.of(contract)
        .filter(known -> disclosed && known.personalDataErasedAt().isEmpty())
        .map(this::disclosure);
    return making
        .of(id.value(), () -> canonical(id), disclosure)
        .orElseThrow(() -> new ContractRefusal(Reason.OLDER_THAN_LOG));
  }

  private Map<String, byte[]> canonical(ContractId id) {
    return contracts.versions(id).stream()
        .collect(Collectors.toMap(ContractVersion::hash, ContractVersion::canonical));
  }

  /**
   * @param contract whose personal data is there
   */
  private ObjectNode disclosure(Contract contract) {
    ObjectNode disclosure = JsonNodeFactory.instance.objectNode();
    ArrayNode parties = disclosure.putArray("parties");
    contract.parties().forEach(party -> disclose(party, parties.addObject()));
    contracts
        .transcript(contract.id())
        .ifPresent(transcript -> disclosure
            .putObject("transcript")
            .put("transcript", transcript.words().orElseThrow())
            .put("key", HexFormat.of().formatHex(transcript.commitmentKey().orElseThrow())));
    return disclosure;
  }

  private static void disclose(Party party, ObjectNode into) {
    party.name().ifPresent(name -> into.put("name", name));
    into.put("phone", party.phone().orElseThrow().e164());
    into.put("key", HexFormat.of().formatHex(party.commitmentKey().orElseThrow()));
  }
}
