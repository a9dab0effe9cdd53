package org.voicepact.contract.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.ContractVersion;

/** Reads contracts with all that is shown of them. */
@Singleton
class WholeContracts {

  // Nothing that is read here is ever written back, so nothing has to be compared with what it was.
  private static final String READ_ONLY = "eclipselink.read-only";

  private final EntityManager entities;

  @Inject
  WholeContracts(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Contracts, parties and disputes are read in one statement and versions never change, so that an amendment at the
   * same time cannot mix the answers to one version with the terms of another. Deliveries are read after them and may
   * be newer; then the contract is in another state by now.
   *
   * @return those that there are, complete: nothing is read from the database later
   */
  @Transactional
  List<ContractView> read(List<String> ids) {
    List<Contract> contracts = entities
        .createQuery(
            "SELECT DISTINCT c FROM Contract c JOIN FETCH c.parties p LEFT JOIN FETCH c.dispute"
                + " WHERE c.id IN :ids ORDER BY c.id, p.position",
            Contract.class)
        .setParameter("ids", ids)
        .setHint(READ_ONLY, true)
        .setHint("eclipselink.batch.type", "IN")
        .setHint("eclipselink.batch", "c.deliveries")
        .getResultList();
    Map<ContractVersion.Key, ContractVersion> versions = entities
        .createQuery(
            "SELECT v FROM ContractVersion v WHERE v.contractId IN :ids AND v.number IN :numbers",
            ContractVersion.class)
        .setParameter("ids", ids)
        .setParameter(
            "numbers", contracts.stream().map(Contract::version).distinct().toList())
        .setHint(READ_ONLY, true)
        .getResultStream()
        .collect(Collectors.toMap(ContractVersion::key, Function.identity()));
    // Looks them up while that is possible.
    contracts.forEach(contract -> contract.fulfilment().claims());
    return contracts.stream()
        .map(contract -> new ContractView(contract, versions.get(key(contract))))
        .toList();
  }

  private static ContractVersion.Key key(Contract contract) {
    return new ContractVersion.Key(contract.id().value(), contract.version());
  }
}
