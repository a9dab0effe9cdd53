package org.voicepact.access.entity;

import java.util.Locale;
import java.util.Set;
import org.voicepact.platform.entity.WireValue;

/** What an operator is there for. Each may do all that the one before it may. */
public enum OperatorRole implements WireValue {
  /** Sees contracts, and changes nothing. */
  VIEWER(Roles.OPERATOR, Roles.READ, Roles.PROGRESS, Roles.NOTES_READ),
  /** Makes contracts, helps those who call, and sees what they were sent. */
  OFFICER(
      Roles.OPERATOR,
      Roles.READ,
      Roles.PROGRESS,
      Roles.NOTES_READ,
      Roles.WRITE,
      Roles.SEND,
      Roles.NOTES_WRITE,
      Roles.MESSAGES),
  /** Decides disputes, too. */
  MEDIATOR(
      Roles.OPERATOR,
      Roles.READ,
      Roles.PROGRESS,
      Roles.NOTES_READ,
      Roles.WRITE,
      Roles.SEND,
      Roles.NOTES_WRITE,
      Roles.MESSAGES,
      Roles.RESOLVE),
  ADMIN(
      Roles.OPERATOR,
      Roles.READ,
      Roles.PROGRESS,
      Roles.NOTES_READ,
      Roles.WRITE,
      Roles.SEND,
      Roles.NOTES_WRITE,
      Roles.MESSAGES,
      Roles.RESOLVE,
      Roles.PAYMENTS,
      Roles.ADMIN);

  private final Set<String> roles;

  OperatorRole(String... roles) {
    this.roles = Set.of(roles);
  }

  /** As the annotations on the resources name them, see {@link Roles}, in every mode of the installation. */
  public Set<String> roles() {
    return roles;
  }

  @Override
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
