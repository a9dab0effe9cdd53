package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.OperatorRole;

/** The people in the office. */
@Singleton
public class Operators {

  private final EntityManager entities;

  @Inject
  public Operators(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Adds an operator, unless somebody has the name.
   *
   * @return whether it was added
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean add(Operator operator) {
    OperatorProfile profile = operator.profile();
    return entities
            .createNativeQuery("INSERT INTO operator"
                + " (id, name, display_name, role, language, password_hash, subject, token_subject, active, created_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, TRUE, ?9) ON CONFLICT DO NOTHING")
            .setParameter(1, operator.id())
            .setParameter(2, profile.name())
            .setParameter(3, profile.displayName())
            .setParameter(4, profile.role().name())
            .setParameter(5, profile.language().wire())
            .setParameter(6, operator.passwordHash().orElse(null))
            .setParameter(7, operator.subject().orElse(null))
            .setParameter(8, operator.tokenSubject().orElse(null))
            .setParameter(9, Timestamp.from(operator.createdAt()))
            .executeUpdate()
        > 0;
  }

  /** By login name; capitals do not matter. */
  @Transactional
  public Optional<Operator> find(String name) {
    return found(query(name), name);
  }

  /** Likewise for a change, which nobody else makes until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Operator> lock(String name) {
    return found(query(name).setLockMode(LockModeType.PESSIMISTIC_WRITE), name);
  }

  /** What is no name is nobody's, and may have signs that no database stores. */
  private static Optional<Operator> found(TypedQuery<Operator> query, String name) {
    return Operator.isName(name.strip()) ? query.getResultStream().findFirst() : Optional.empty();
  }

  private TypedQuery<Operator> query(String name) {
    return entities
        .createQuery("SELECT o FROM Operator o WHERE o.name = :name", Operator.class)
        .setParameter("name", Operator.canonical(name));
  }

  /** What others call these, by their ids. */
  @Transactional
  public Map<String, String> displayNames(Collection<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entities
            .createQuery("SELECT o FROM Operator o WHERE o.id IN :ids", Operator.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Operator::id, each -> each.profile().displayName()));
  }

  /** By who somebody is at the OpenID provider, see {@link Operator#knownElsewhere}. */
  @Transactional
  public Optional<Operator> bySubject(String subject) {
    return entities
        .createQuery("SELECT o FROM Operator o WHERE o.subject = :subject", Operator.class)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  /** In the order of their names, inactive ones among them. */
  @Transactional
  public List<Operator> all() {
    return entities
        .createQuery("SELECT o FROM Operator o ORDER BY o.name", Operator.class)
        .getResultList();
  }

  @Transactional
  public boolean areNone() {
    return entities.createQuery("SELECT COUNT(o) FROM Operator o", Long.class).getSingleResult()
        == 0;
  }

  /** Those who can sign in as administrators; nobody else changes one of them until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Operator> lockAdministrators() {
    return entities
        .createQuery(
            "SELECT o FROM Operator o WHERE o.active = TRUE AND o.role = :role ORDER BY o.id",
            Operator.class)
        .setParameter("role", OperatorRole.ADMIN)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
