package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.voicepact.evidence.entity.SignedStatement;
import org.voicepact.evidence.entity.Statement;

/** Signs statements with the server's key and keeps them. */
@Singleton
public class SigningStatements {

  private final EntityManager entities;
  private final ServerKey serverKey;

  @Inject
  public SigningStatements(EntityManager entities, ServerKey serverKey) {
    this.entities = entities;
    this.serverKey = serverKey;
  }

  /** Signs within the caller's transaction, so that the answer and its signature are there together or not at all. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void sign(Statement statement) {
    SigningKey key = serverKey.current();
    byte[] bytes = CanonicalJson.bytes(statement.document(key.keyId()));
    entities.persist(
        new SignedStatement(statement, bytes, key.sign(bytes), key.algorithm(), key.keyId()));
  }

  /** All statements about a contract, in the order in which they were recorded. */
  @Transactional
  public List<SignedStatement> about(String contractId) {
    return entities
        .createQuery(
            "SELECT s FROM SignedStatement s WHERE s.contractId = :contract ORDER BY s.receivedAt, s.id",
            SignedStatement.class)
        .setParameter("contract", contractId)
        .getResultList();
  }
}
