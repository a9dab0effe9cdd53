package org.voicepact.access.entity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.voicepact.platform.entity.WireValue;

/** What an API key or a token can be good for; the wire value is the role of the same name. */
public enum Scope implements WireValue {
  CONTRACTS_READ(Roles.READ),
  CONTRACTS_WRITE(Roles.WRITE),
  PAYMENTS(Roles.PAYMENTS),
  ADMIN(Roles.ADMIN);

  private final String wire;

  Scope(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }

  public static Set<Scope> all() {
    return EnumSet.allOf(Scope.class);
  }

  /** The scopes of a list separated by blanks (RFC 6749, 3.3); empty where one of them is unknown or none is named. */
  public static Optional<Set<Scope>> parse(String list) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String name : list.strip().split("\\s+")) {
      Optional<Scope> scope = WireValue.of(Scope.class, name);
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      scopes.add(scope.get());
    }
    return Optional.of(scopes);
  }

  /** Those of the names that are scopes. */
  public static Set<Scope> among(Collection<String> names) {
    return Arrays.stream(values())
        .filter(scope -> names.contains(scope.wire))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }

  /** In the form that {@link #parse} reads. */
  public static String join(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::wire).collect(Collectors.joining(" "));
  }
}
