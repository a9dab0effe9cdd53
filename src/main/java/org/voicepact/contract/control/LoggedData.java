package org.voicepact.contract.control;

import java.util.Map;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractVersion;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.evidence.entity.Particulars;
import org.voicepact.platform.entity.PlainDecimal;

/** What the audit trail holds about a contract: docs/proof.md names the members. */
final class LoggedData {

  private static final String STATUS = "status";

  private LoggedData() {}

  /** Of an entry that tells of new terms. */
  static Map<String, String> of(ContractVersion version, Contract contract) {
    return Map.of(
        "version",
        Integer.toString(version.number()),
        "hash",
        version.hash(),
        "hash_algorithm",
        version.hashAlgorithm().wire(),
        STATUS,
        contract.status().wire());
  }

  /** Of an entry that tells of a delivery. */
  static Particulars particulars(Delivery claim) {
    return Particulars.delivery(claim.number(), claim.quantity().map(PlainDecimal::spelled));
  }

  /** Of an entry that tells of a new status. */
  static Map<String, String> status(Contract contract) {
    return Map.of(STATUS, contract.status().wire());
  }
}
