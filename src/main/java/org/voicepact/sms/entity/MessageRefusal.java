package org.voicepact.sms.entity;

import java.util.List;
import org.voicepact.contract.entity.ContractStatus;
import org.voicepact.platform.entity.Refusal;

/** Why a message is not sent, or not again. */
public final class MessageRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  private MessageRefusal(Kind kind, String message) {
    super(kind, message, List.of());
  }

  public static MessageRefusal unknown() {
    return new MessageRefusal(Kind.NOT_FOUND, "There is no such message");
  }

  public static MessageRefusal notRetried(Sending.Status status) {
    return new MessageRefusal(
        Kind.CONFLICT,
        "The message is " + status.wire()
            + "; only a parked, failed or unknown one that still has its text can be sent again, and no code");
  }

  /** Its proof would become too large. */
  public static MessageRefusal sentTooOften() {
    return new MessageRefusal(
        Kind.CONFLICT,
        "So much has happened under the contract that its proof has no room for what was sent once more");
  }

  public static MessageRefusal noAnswerWanted(ContractStatus status) {
    return new MessageRefusal(
        Kind.CONFLICT, "The contract is " + status.wire() + " and waits for no answer");
  }
}
