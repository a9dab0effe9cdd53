package org.voicepact.access.control;

import org.voicepact.access.entity.CodePurpose;
import org.voicepact.platform.entity.PhoneNumber;

/** Port: brings a code to a telephone, within the transaction in which it was made. */
public interface CodeDelivery {

  void deliver(PhoneNumber phone, CodePurpose purpose, String code);
}
