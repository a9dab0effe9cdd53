package org.voicepact.access.entity;

import java.util.List;
import org.voicepact.platform.entity.Refusal;

/** What cannot be done with an operator's account. */
public final class OperatorRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  private OperatorRefusal(Kind kind, String message) {
    super(kind, message, List.of());
  }

  public static OperatorRefusal unknown() {
    return new OperatorRefusal(Kind.NOT_FOUND, "There is no such operator");
  }

  public static OperatorRefusal nameTaken() {
    return new OperatorRefusal(Kind.CONFLICT, "There is an operator with this name");
  }

  public static OperatorRefusal lastAdministrator() {
    return new OperatorRefusal(
        Kind.CONFLICT, "Without this operator nobody could sign in as an administrator");
  }

  public static OperatorRefusal signsInElsewhere() {
    return new OperatorRefusal(
        Kind.CONFLICT, "The operator signs in at the OpenID provider and has no password here");
  }

  public static OperatorRefusal wrongPassword() {
    return new OperatorRefusal(Kind.FORBIDDEN, "The present password is another one");
  }

  /** The link for the first administrator is used, over or none that was made. */
  public static OperatorRefusal linkOver() {
    return new OperatorRefusal(Kind.FORBIDDEN, "This link is used or over");
  }
}
