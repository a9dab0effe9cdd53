package org.voicepact.access.entity;

/**
 * An operator who is signed in.
 *
 * @param id of the operator, as the audit trail has it
 * @param csrfToken what a request that changes something must bring besides the cookie
 */
public record SignedIn(String id, OperatorProfile profile, String csrfToken) {

  /** Without the token, so that none gets into a log by accident. */
  @Override
  public String toString() {
    return "operator " + id;
  }
}
