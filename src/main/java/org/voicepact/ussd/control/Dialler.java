package org.voicepact.ussd.control;

import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.PhoneNumber;

/** Who is on the line, and in which language the screens are. */
record Dialler(PhoneNumber phone, Language language) {

  Dialler speaking(Language other) {
    return new Dialler(phone, other);
  }
}
