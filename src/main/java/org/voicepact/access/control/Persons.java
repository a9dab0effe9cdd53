package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import org.voicepact.access.entity.ApiKey;
import org.voicepact.access.entity.Caller;

/**
 * Says which person stands behind a caller, as far as it is known: two keys that one person has made are one person, and so
 * are all keys of the settings, which whoever runs the server has.
 */
@Singleton
public class Persons {

  private static final String KEY = "key:";
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
    String name = naming.name(caller).name();
    Set<String> seen = new HashSet<>();
    while (name.startsWith(KEY) && seen.add(name)) {
      ApiKey key = entities.find(ApiKey.class, name.substring(KEY.length()));
      name = key == null ? SETTINGS : key.createdBy();
    }
    return name;
  }
}
