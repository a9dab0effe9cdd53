package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.voicepact.access.entity.ApiKey;
import org.voicepact.access.entity.Caller;
import org.voicepact.access.entity.Operator;
import org.voicepact.evidence.entity.Actor;

/**
 * Says which person stands behind a caller, as far as it is known: two keys that one person has made are one person, and so
 * are an operator who signs in at an OpenID provider and tokens of the same subject, and all keys of the settings, which whoever
 * runs the server has.
 */
@Singleton
public class Persons {

  private static final String KEY = "key:";
  private static final String OPERATOR = "operator:";
  private static final String SETTINGS = "settings";

  private final EntityManager entities;
  private final NamingCaller naming;

  @Inject
  public Persons(EntityManager entities, NamingCaller naming) {
    this.entities = entities;
    this.naming = naming;
  }

  /**
   * The name, as the audit trail has it, of who made the first of the keys that led to this caller; {@value #SETTINGS} where
   * that key is one of the settings.
   */
  @Transactional
  public String of(Caller caller) {
    return caller.kind() == Caller.Kind.TOKEN ? ofToken(caller) : known(first(caller));
  }

  /** An operator is known by the pseudonym of the last time that the person signed in, be it by a former secret. */
  private String ofToken(Caller caller) {
    return entities
        .createQuery(
            "SELECT o.tokenSubject FROM Operator o WHERE o.tokenSubject IN :subjects", String.class)
        .setParameter("subjects", naming.subjects(caller.id()))
        .getResultStream()
        .findFirst()
        .map(subject -> Actor.token(subject).name())
        .orElseGet(() -> naming.name(caller).name());
  }

  private String first(Caller caller) {
    String name = naming.name(caller).name();
    Set<String> seen = new HashSet<>();
    while (name.startsWith(KEY) && seen.add(name)) {
      ApiKey key = entities.find(ApiKey.class, name.substring(KEY.length()));
      name = key == null ? SETTINGS : key.createdBy();
    }
    return name;
  }

  private String known(String name) {
    return name.startsWith(OPERATOR)
        ? Optional.ofNullable(entities.find(Operator.class, name.substring(OPERATOR.length())))
            .flatMap(Operator::tokenSubject)
            .map(subject -> Actor.token(subject).name())
            .orElse(name)
        : name;
  }
}
