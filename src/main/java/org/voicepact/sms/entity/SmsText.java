package org.voicepact.sms.entity;

import java.util.Optional;

/**
 * The text of a message as it leaves.
 *
 * @param text with {@link OutboundMessage#CODE_PLACE} where the code belongs
 * @param code a one-time code, never to be written down
 */
public record SmsText(String text, Optional<String> code) {

  /** What the person reads. */
  public String full() {
    return code.map(known -> text.replace(OutboundMessage.CODE_PLACE, known)).orElse(text);
  }

  /** Without the code. */
  @Override
  public String toString() {
    return text;
  }
}
