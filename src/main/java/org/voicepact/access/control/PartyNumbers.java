package org.voicepact.access.control;

import java.util.Optional;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.platform.entity.PhoneNumber;

/** Port: which numbers take part in contracts; codes are sent to no others. */
public interface PartyNumbers {

  boolean isParty(PhoneNumber phone);

  /** The version that the number could act on in this way; empty where it could not. */
  Optional<Integer> versionFor(CodePurpose.Action action, String contractId, PhoneNumber phone);
}
