package org.voicepact.evidence.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.voicepact.evidence.entity.KeyPurpose;
import org.voicepact.evidence.entity.SignedStatement;
import org.voicepact.evidence.entity.Statement;

/** Signs statements with the server's key and keeps them. */
@Singleton
public class SigningStatements {

  private final EntityManager entities;
  private final PublishedKeys keys;

  @Inject
  public SigningStatements(EntityManager entities, PublishedKeys keys) {
    this.entities = entities;
    this.keys = keys;
  }

  /**
   * Signs within the caller's transaction, so that the answer and its signature are there together or not at all.
   *
   * @return the SHA-256 of the statement in hex, by which the audit trail names it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public String sign(Statement statement) {
    SigningKey key = keys.forSigning(KeyPurpose.STATEMENT);
    byte[] bytes = CanonicalJson.bytes(statement.document(key.keyId()));
    SignedStatement signed =
        new SignedStatement(statement, bytes, key.sign(bytes), key.algorithm(), key.keyId());
    entities.persist(signed);
    return signed.digest();
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
