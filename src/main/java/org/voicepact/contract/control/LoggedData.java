package org.voicepact.contract.control;

import java.util.Map;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractVersion;

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

  /** Of an entry that tells of a new status. */
  static Map<String, String> status(Contract contract) {
    return Map.of(STATUS, contract.status().wire());
  }
}
